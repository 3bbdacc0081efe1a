-- A loop in __tostring.
-- ends: limit.deadline
tostring(setmetatable({}, {__tostring = function() while true do end end}))
