-- A step too small to get anywhere.
-- ends: limit.deadline
for x = 1e300, 2e300, 1.0 do end
