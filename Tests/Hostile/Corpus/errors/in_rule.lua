-- An error object out of a rule.
-- ends: script.error
customers:where(function() error(setmetatable({}, {__tostring = function() error("x") end})) end):count()
