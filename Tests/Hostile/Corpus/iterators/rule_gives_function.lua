-- A condition that gives a function.
-- ends: rule.result or ok
customers:where(function() return print end):count()
