-- A record handed from coroutine to coroutine.
-- ends: ok
local give = coroutine.wrap(function()
  for c in customers:limit(3):each() do coroutine.yield(c) end
end)
local kept = give()
give()
assert(kept.id == 1 and kept.name)
