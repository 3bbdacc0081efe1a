-- A field whose value is nested deep.
-- ends: script.depth or script.argument or field.type
local t = {}
for i = 1, 10000 do t = {a = t} end
customers:create{name = t}
