-- An error that loops when it is described.
-- ends: limit.deadline
error(setmetatable({}, {__tostring = function() while true do end end}))
