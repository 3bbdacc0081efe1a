-- Reads records for ever.
-- ends: limit.deadline
while true do customers:first() end
