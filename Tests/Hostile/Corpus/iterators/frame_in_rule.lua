-- A frame made in a rule.
-- ends: ok
customers:where(function(c) return customers:frame{"level"}:count() > 0 end):count()
