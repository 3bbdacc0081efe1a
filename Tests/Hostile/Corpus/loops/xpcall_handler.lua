-- Loops in the message handler.
-- ends: limit.deadline
xpcall(function() error("x") end, function() while true do end end)
