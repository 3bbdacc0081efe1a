-- Joins a long text many times.
-- ends: limit.memory
local t = {}
local s = ("x"):rep(1 << 20)
for i = 1, 200 do t[i] = s end
return table.concat(t)
