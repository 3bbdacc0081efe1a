-- A loop whose condition never holds.
-- ends: limit.deadline
repeat local x = 1 until false
