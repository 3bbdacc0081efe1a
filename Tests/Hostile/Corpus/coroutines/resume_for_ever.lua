-- Resumes a coroutine for ever.
-- ends: limit.deadline
local f = coroutine.wrap(function() while true do coroutine.yield() end end)
while true do f() end
