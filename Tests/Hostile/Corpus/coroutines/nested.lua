-- A coroutine in a coroutine, without end.
-- ends: script.error
local function f() return coroutine.wrap(f)() end
f()
