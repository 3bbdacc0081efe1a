-- A finalizer.
-- ends: sandbox.gc
setmetatable({}, {__gc = function() while true do end end})
