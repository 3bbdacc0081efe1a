-- Half of a bulk write clashes.
-- ends: record.duplicate
customers:update{code = function() return "SAME" end}
