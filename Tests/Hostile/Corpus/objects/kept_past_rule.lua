-- A record kept past the rule it was given to.
-- ends: record.dead
local kept
customers:where(function(c) kept = c return true end):count()
return kept.name
