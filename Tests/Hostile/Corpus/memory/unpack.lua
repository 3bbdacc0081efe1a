-- More values than the stack takes.
-- ends: script.error
return table.unpack({}, 1, 1e8)
