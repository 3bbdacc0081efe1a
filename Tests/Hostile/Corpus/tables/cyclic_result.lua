-- Gives back a table in itself.
-- ends: ok or script.depth
local t = {}
t[t] = t
return t
