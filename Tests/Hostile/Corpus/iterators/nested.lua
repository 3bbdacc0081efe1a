-- Loops within loops over the same records.
-- ends: ok
local n = 0
for a in customers:each() do for b in customers:each() do n = n + 1 end end
assert(n == 400)
