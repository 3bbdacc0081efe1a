-- A __close that writes while the run fails.
-- ends: script.error
local x <close> = setmetatable({}, {__close = function() customers:update{credit = 3} end})
customers:update{credit = 2}
error("fails")
