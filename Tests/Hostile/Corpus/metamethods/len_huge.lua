-- A table that says it is huge.
-- ends: limit.deadline or limit.memory or script.error
local t = setmetatable({}, {__len = function() return math.maxinteger end})
table.insert(t, 1, "x")
