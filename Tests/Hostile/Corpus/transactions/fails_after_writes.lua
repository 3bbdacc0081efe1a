-- Writes, then fails.
-- ends: script.error
customers:update{credit = 1}
reps:create{code = "HX", name = "No one"}
error("fails")
