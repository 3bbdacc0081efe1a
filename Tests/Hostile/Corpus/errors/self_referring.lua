-- An error that refers to itself.
-- ends: script.error
local t = {}
t.t = t
t[t] = t
error(t)
