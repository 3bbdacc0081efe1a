-- An error described by a table.
-- ends: script.error
error(setmetatable({}, {__tostring = function() return {} end}))
