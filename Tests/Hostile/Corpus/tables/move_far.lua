-- Moves from nowhere to nowhere.
-- ends: limit.deadline
table.move({}, 1, 1 << 60, 2)
