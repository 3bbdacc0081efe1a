-- An error in a rule at the last record.
-- ends: script.error
customers:where(function(c) return c.id < 20 or error("here") end):count()
