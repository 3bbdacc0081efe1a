-- A coroutine in a coroutine, each failure swallowed.
-- ends: ok or limit.deadline or limit.memory
local function f() coroutine.resume(coroutine.create(f)) end
f()
