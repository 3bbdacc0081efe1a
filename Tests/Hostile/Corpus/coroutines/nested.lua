-- A coroutine in a coroutine, without end.
-- ends: script.error or limit.memory
local function f() return coroutine.wrap(f)() end
f()
