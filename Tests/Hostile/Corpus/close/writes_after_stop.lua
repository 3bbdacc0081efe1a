-- A __close that writes after the stop.
-- ends: limit.deadline
local x <close> = setmetatable({}, {__close = function() customers:update{credit = 3} end})
while true do end
