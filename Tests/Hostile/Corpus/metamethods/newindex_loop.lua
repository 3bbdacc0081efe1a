-- A __newindex that assigns again.
-- ends: script.error
local t
t = setmetatable({}, {__newindex = function(t, k, v) t[k] = v end})
t.x = 1
