-- Prints a table in itself.
-- ends: ok or script.depth
local t = {}
t[1] = t
t.t = t
print(t)
