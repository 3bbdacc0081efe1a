-- Keeps queries without end.
-- ends: limit.memory or limit.deadline
local all = {}
while true do all[#all + 1] = customers:where{id = 1} end
