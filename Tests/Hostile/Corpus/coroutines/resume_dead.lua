-- Resumes what has ended.
-- ends: ok
local co = coroutine.create(function() end)
coroutine.resume(co)
assert(not coroutine.resume(co))
