-- Loaded by run_nested.
-- ends: script.error
plan(function() customers:update{credit = 7} end)
error("part fails")
