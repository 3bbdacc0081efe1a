-- A rule that gives infinity.
-- ends: field.type
customers:update{credit = function() return math.huge end}
