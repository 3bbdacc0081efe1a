-- Each level protected.
-- ends: ok
local function f() return pcall(f) end
f()
