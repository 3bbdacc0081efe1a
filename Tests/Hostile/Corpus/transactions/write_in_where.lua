-- A condition that writes.
-- ends: ok
plan(function() customers:where(function(c) reps:first().name = "X" .. c.id return true end):count() end)
