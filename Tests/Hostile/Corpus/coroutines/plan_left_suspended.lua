-- Goes away in the middle of each() and never comes back.
-- ends: ok
local step = coroutine.wrap(function()
  for c in customers:each() do coroutine.yield(c.id) end
end)
step()
step()
