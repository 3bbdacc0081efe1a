-- A condition that writes.
-- ends: ok or script.read_only or rule.read_only or script.argument
plan(function() customers:where(function(c) reps:first().name = "X" .. c.id return true end):count() end)
