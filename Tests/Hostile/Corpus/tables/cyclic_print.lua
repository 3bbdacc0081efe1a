-- Prints a table in itself.
-- ends: table.too_deep
local t = {}
t[1] = t
t.t = t
print(t)
