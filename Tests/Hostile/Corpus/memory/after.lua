-- A run that needed memory after one that ran out of it.
-- ends: ok
local ok = pcall(function() local t = {} for i = 1, 1000 do t[i] = ("y"):rep(1000) .. i end end)
assert(ok)
