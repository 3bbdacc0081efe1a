-- Each level protected.
-- ends: ok or script.error
local function f() return pcall(f) end
f()
