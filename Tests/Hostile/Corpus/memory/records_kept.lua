-- Keeps a record again and again.
-- ends: limit.memory or limit.deadline
local all = {}
while true do for c in customers:each() do all[#all + 1] = c end end
