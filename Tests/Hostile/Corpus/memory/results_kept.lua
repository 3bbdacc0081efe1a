-- Keeps results without end.
-- ends: limit.memory or limit.deadline
local all = {}
while true do all[#all + 1] = customers:rows() end
