-- Takes back the run that made the company, within a plan.
-- ends: ok or run.blocked or run.wide or record.reference or limit.deadline or run.undone
plan(function() undo(1) end)
