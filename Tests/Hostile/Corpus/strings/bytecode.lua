-- Compiled code as text.
-- ends: ok
local part, problem = load("\27Lua\x54\0\x19\x93")
assert(part == nil and problem)
