-- A condition that gives its record.
-- ends: rule.result
customers:where(function(c) return c end):count()
