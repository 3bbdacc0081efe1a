-- A rule that deletes what is updated.
-- ends: ok or script.error or record.missing or record.reference or script.argument
plan(function() activities:update{note = function(a) activities:delete() return "x" end} end)
