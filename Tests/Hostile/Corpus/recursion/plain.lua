-- Calls itself without end.
-- ends: script.depth
local function f() return 1 + f() end
f()
