-- A length that is no number.
-- ends: script.error
table.concat(setmetatable({}, {__len = function() return "x" end}))
