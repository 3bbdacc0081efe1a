-- A rule that writes to other records.
-- ends: ok
plan(function() customers:update{credit = function(c) reps:first().name = "X" .. c.id return 1 end} end)
