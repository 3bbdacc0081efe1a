-- Gives a record kept past its rule to a function.
-- ends: record.dead
local kept
customers:where(function(c) kept = c return true end):count()
return why(kept, "level")
