-- A coroutine in a coroutine, each failure swallowed.
-- ends: ok or limit.deadline
local function f() coroutine.resume(coroutine.create(f)) end
f()
