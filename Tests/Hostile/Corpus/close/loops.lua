-- A __close that never ends.
-- ends: limit.deadline
do local x <close> = setmetatable({}, {__close = function() while true do end end}) end
