-- Takes back the same run twice in one run.
-- ends: run.undone or run.twice or run.blocked or limit.deadline
plan(function() undo(1) undo(1) end)
