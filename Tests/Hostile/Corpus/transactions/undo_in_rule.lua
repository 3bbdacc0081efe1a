-- Takes back a run in a rule.
-- ends: ok or run.none or run.missing or script.argument
customers:where(function() pcall(undo, 999) return true end):count()
