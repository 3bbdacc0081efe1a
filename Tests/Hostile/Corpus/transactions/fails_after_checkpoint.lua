-- A checkpoint, then fails: the first part stays.
-- ends: script.error
-- commits: yes
customers:get(1).credit = 1
job.checkpoint(1)
customers:get(1).credit = 2
error("fails")
