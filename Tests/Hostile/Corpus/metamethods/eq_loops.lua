-- An __eq that never ends.
-- ends: limit.deadline
local mt = {__eq = function() while true do end end}
return setmetatable({}, mt) == setmetatable({}, mt)
