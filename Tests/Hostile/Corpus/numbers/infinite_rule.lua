-- A rule that gives infinity.
-- ends: field.type or field.range or rule.result or script.argument or field.finite or customer.credit.range
customers:update{credit = function() return math.huge end}
