-- Writes for ever.
-- ends: limit.deadline
while true do customers:get(1).credit = 1 customers:get(1).credit = 2 end
