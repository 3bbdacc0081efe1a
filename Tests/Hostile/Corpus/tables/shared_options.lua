-- A tree of forty levels from forty tables, as options.
-- ends: script.depth or script.argument or limit.memory or limit.deadline or field.type
local t = {}
for i = 1, 40 do t = {t, t} end
customers:create{name = t}
