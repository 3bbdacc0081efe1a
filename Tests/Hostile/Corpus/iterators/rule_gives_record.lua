-- A condition that gives its record.
-- ends: rule.result or ok
customers:where(function(c) return c end):count()
