-- Rows of results that there are not.
-- ends: ok
local rows = customers:rows()
for _, key in ipairs{0, -1, math.maxinteger, math.mininteger, 0.5, 0/0, 2^63, "x"} do pcall(function() return rows[key] end) end
