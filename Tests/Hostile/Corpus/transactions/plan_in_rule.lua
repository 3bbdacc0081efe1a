-- A plan in a rule.
-- ends: ok
customers:where(function(c) return true end)
local n = 0
customers:where(function(c)
  local made = plan(function() reps:first().name = "X" end)
  n = n + made:count()
  return true
end):count()
assert(changes():count() == 0)
