-- An update whose rule never ends at the last record.
-- ends: limit.deadline
customers:update{credit = function(c) while c.id == 20 do end return 1 end}
