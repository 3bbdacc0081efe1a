-- A chain of __index that leads to itself.
-- ends: script.error
local a, b = {}, {}
setmetatable(a, {__index = b})
setmetatable(b, {__index = a})
return a.x
