-- A table nested a thousand deep as options.
-- ends: script.depth or script.argument
local t = {}
for i = 1, 1000 do t = {t} end
customers:create(t)
