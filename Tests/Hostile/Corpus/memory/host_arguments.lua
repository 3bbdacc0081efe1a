-- A host function with very many arguments.
-- ends: ok or script.error or script.argument or limit.memory
local t = {}
for i = 1, 500000 do t[i] = i end
customers:select(table.unpack(t))
