-- A rule that gives a table.
-- ends: rule.result
customers:update{credit = function() return {} end}
