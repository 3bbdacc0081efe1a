-- A rule that deletes what is updated.
-- ends: ok or record.missing
plan(function() activities:update{summary = function(a) activities:delete() return "x" end} end)
