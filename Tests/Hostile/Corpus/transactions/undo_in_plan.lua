-- Takes back and does again within a plan.
-- ends: ok or run.none or run.twice or run.blocked
plan(function() pcall(undo) pcall(redo) pcall(undo) pcall(redo) end)
assert(changes():count() == 0)
