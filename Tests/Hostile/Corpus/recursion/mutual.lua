-- Two functions that call each other.
-- ends: script.depth
local a, b
function a() return 1 + b() end
function b() return 1 + a() end
a()
