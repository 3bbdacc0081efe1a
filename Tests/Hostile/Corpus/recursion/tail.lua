-- Calls itself as a tail call, for ever.
-- ends: limit.deadline
local function f() return f() end
f()
