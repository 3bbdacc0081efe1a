-- Yields across a rule of update.
-- ends: script.error
coroutine.wrap(function()
  customers:update(function(c) coroutine.yield() return {credit = 1} end)
end)()
