-- Takes back a run that is not yet.
-- ends: run.missing
customers:get(1).credit = 1
undo(999)
