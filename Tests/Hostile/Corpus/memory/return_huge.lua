-- Gives back a table of half a million tables.
-- ends: ok
local t = {}
for i = 1, 100000 do t[i] = {i} end
return t
