-- A comparison that never ends.
-- ends: limit.deadline
table.sort({3, 2, 1}, function() while true do end end)
