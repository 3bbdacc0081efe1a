-- Takes back a run in a rule.
-- ends: ok
customers:where(function() pcall(undo, 999) return true end):count()
