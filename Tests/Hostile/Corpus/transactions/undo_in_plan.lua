-- Takes back and does again within a plan.
-- ends: ok
plan(function() pcall(undo) pcall(redo) pcall(undo) pcall(redo) end)
assert(changes():count() == 0)
