-- A method of a record kept past its rule.
-- ends: record.dead
local kept
customers:where(function(c) kept = c return true end):count()
return kept:orders():count()
