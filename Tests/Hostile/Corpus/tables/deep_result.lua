-- Gives back a table nested very deep.
-- ends: table.too_deep
local t = {}
for i = 1, 100000 do t = {t} end
return t
