-- Moves from nowhere to nowhere.
-- ends: limit.deadline or script.error
table.move({}, 1, 1 << 60, 2)
