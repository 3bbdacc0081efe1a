-- A rule that changes the table of rules.
-- ends: ok
local rules = {}
rules.credit = function(c) rules["x" .. c.id] = 1 rules.credit = nil return 1 end
plan(function() customers:update(rules) end)
