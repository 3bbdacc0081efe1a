-- One table a million times in a tree.
-- ends: table.too_large or limit.memory or limit.deadline
local t = {}
for i = 1, 40 do t = {t, t} end
print(t)
