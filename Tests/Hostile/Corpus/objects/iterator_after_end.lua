-- Asks an iterator again after its end.
-- ends: ok
local step = customers:limit(1):each()
assert(step())
for i = 1, 10 do assert(step() == nil) end
