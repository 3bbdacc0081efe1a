-- Prints a table nested very deep.
-- ends: ok or script.depth
local t = {}
for i = 1, 100000 do t = {t} end
print(t)
