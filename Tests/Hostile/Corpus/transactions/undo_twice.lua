-- Takes back the same run twice in one run.
-- ends: ok or run.undone or run.twice or run.blocked or run.none
plan(function() undo(1) undo(1) end)
