-- Takes back the run that made the company, within a plan.
-- ends: ok or run.blocked or record.reference or limit.deadline
plan(function() undo(1) end)
