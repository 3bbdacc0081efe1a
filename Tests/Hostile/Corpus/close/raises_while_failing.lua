-- A __close that replaces the error.
-- ends: script.error
local x <close> = setmetatable({}, {__close = function() error({}) end})
error("first")
