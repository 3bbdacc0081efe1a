-- A host function with very many arguments.
-- ends: script.error
local t = {}
for i = 1, 500000 do t[i] = i end
customers:select(table.unpack(t))
