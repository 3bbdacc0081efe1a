-- Divides by zero in a rule.
-- ends: script.error
customers:update{credit = function(c) return c.id // 0 end}
