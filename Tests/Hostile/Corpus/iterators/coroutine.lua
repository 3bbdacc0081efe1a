-- A coroutine around a loop, left in the middle.
-- ends: ok
for i = 1, 100 do
  local step = coroutine.wrap(function() for c in customers:each() do coroutine.yield(c) end end)
  assert(step().id == 1 and step().id == 2)
end
