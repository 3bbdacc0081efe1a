-- Calls itself without end.
-- ends: script.error
local function f() return 1 + f() end
f()
