-- A condition that gives a function.
-- ends: rule.result
customers:where(function() return print end):count()
