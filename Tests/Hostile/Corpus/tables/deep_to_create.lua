-- A table nested a thousand deep as options.
-- ends: table.too_deep
local t = {}
for i = 1, 1000 do t = {t} end
customers:create(t)
