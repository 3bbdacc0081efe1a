-- An error that raises when it is described.
-- ends: script.error
error(setmetatable({}, {__tostring = function() error("again") end}))
