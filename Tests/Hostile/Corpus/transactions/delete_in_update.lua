-- A rule that deletes what is updated.
-- ends: ok or record.missing
plan(function() activities:update{note = function(a) activities:delete() return "x" end} end)
