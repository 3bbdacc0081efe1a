-- A tree of forty levels from forty tables, as options.
-- ends: table.too_large or limit.memory or limit.deadline
local t = {}
for i = 1, 40 do t = {t, t} end
customers:create{name = t}
