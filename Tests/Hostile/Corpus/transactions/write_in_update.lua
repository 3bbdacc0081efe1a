-- A rule that writes to other records.
-- ends: ok or script.read_only or rule.read_only or script.argument
plan(function() customers:update{credit = function(c) reps:first().name = "X" .. c.id return 1 end} end)
