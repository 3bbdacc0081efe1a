-- A loop in a coroutine.
-- ends: limit.deadline
coroutine.wrap(function() while true do end end)()
