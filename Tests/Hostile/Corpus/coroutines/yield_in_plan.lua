-- Yields out of a plan.
-- ends: script.error
coroutine.wrap(function()
  plan(function() customers:get(1).credit = 1 coroutine.yield() end)
end)()
