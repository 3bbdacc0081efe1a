-- An __index that never ends.
-- ends: limit.deadline
local t = setmetatable({}, {__index = function() while true do end end})
return t.x
