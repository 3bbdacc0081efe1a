-- A replacement that never ends.
-- ends: limit.deadline
string.gsub("abc", ".", function() while true do end end)
