-- Yields across groups:map.
-- ends: script.error
coroutine.wrap(function()
  customers:frame{"level"}:group_by{"level"}:map(function() coroutine.yield() end)
end)()
