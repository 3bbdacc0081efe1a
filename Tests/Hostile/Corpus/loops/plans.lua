-- Plans for ever.
-- ends: limit.deadline
while true do plan(function() customers:update{credit = 1} end) end
