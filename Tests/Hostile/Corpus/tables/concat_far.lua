-- Joins what is not there.
-- ends: script.error
return table.concat({}, "", 1, math.maxinteger)
