-- A rule that writes to its record.
-- ends: script.read_only or script.argument or rule.read_only or record.dead or ok
plan(function() customers:where(function(c) c.credit = 1 return true end):count() end)
