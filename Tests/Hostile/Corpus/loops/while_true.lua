-- A loop that does nothing, for ever.
-- ends: limit.deadline
while true do end
