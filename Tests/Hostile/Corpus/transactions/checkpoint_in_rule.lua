-- A checkpoint in a rule.
-- ends: job.nested
customers:update{credit = function(c) job.checkpoint(c.id) return 1 end}
