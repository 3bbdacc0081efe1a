-- A field whose value is nested deep.
-- ends: table.too_deep
local t = {}
for i = 1, 10000 do t = {a = t} end
customers:create{name = t}
