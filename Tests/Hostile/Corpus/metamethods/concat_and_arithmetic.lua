-- Operators that raise.
-- ends: script.error
local t = setmetatable({}, {__add = function() error("add") end, __concat = function() error("concat") end})
pcall(function() return t .. t end)
return t + 1
