-- A rule of two hundred thousand different names.
-- ends: rule.unknown_name
local names = {}
for i = 1, 200000 do names[i] = "x" .. i end
customers:where(table.concat(names, " + ")):count()
