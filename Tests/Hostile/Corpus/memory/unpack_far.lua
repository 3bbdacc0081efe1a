-- More values than can be counted.
-- ends: script.error
return table.unpack({}, math.mininteger, math.maxinteger)
