-- Groups by a rule that fails at one record.
-- ends: script.error
customers:group_by(function(c) return c.id == 7 and error("here") or c.level end):count()
