-- A coroutine in a coroutine, without end.
-- ends: script.depth
local function f() return coroutine.wrap(f)() end
f()
