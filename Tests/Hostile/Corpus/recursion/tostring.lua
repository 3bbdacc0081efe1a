-- A __tostring that prints itself.
-- ends: script.error
local t
t = setmetatable({}, {__tostring = function() return tostring(t) end})
return tostring(t)
