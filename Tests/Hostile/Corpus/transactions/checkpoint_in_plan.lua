-- A checkpoint in a plan.
-- ends: store.nested
plan(function() customers:get(1).credit = 1 job.checkpoint(1) end)
