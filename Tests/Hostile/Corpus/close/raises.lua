-- A __close that raises.
-- ends: script.error
do local x <close> = setmetatable({}, {__close = function() error("closing") end}) end
