-- A rule that never ends.
-- ends: limit.deadline
customers:where(function(c) while true do end end):count()
