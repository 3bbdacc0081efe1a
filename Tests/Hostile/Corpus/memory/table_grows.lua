-- A table that grows.
-- ends: limit.memory or limit.deadline
local t = {}
while true do t[#t + 1] = {} end
