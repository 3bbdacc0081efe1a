-- A rule that writes to its record.
-- ends: ok
plan(function() customers:where(function(c) c.credit = 1 return true end):count() end)
