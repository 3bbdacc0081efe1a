-- A call with a million arguments.
-- ends: ok or script.error
local t = {}
for i = 1, 900000 do t[i] = i end
return select("#", table.unpack(t))
