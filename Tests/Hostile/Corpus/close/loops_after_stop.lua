-- A __close that goes on after the stop.
-- ends: limit.deadline
local x <close> = setmetatable({}, {__close = function() while true do end end})
while true do end
