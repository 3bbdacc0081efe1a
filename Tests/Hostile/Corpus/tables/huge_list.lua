-- A list of a million as a condition.
-- ends: ok or limit.deadline
local t = {}
for i = 1, 1000000 do t[i] = i end
customers:where{headcount = t}:count()
