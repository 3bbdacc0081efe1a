-- A frame made in a rule.
-- ends: ok or script.argument or limit.deadline
customers:where(function(c) return customers:frame{"level"}:count() > 0 end):count()
