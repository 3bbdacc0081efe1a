-- Counts to the largest integer.
-- ends: limit.deadline
for i = 1, math.maxinteger do end
