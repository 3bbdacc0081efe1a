-- A table that says it is huge.
-- ends: ok or limit.deadline
local t = setmetatable({}, {__len = function() return math.maxinteger end})
table.insert(t, 1, "x")
