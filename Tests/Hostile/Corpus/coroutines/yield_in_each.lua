-- Yields across each(f).
-- ends: script.error
coroutine.wrap(function()
  customers:each(function(c) coroutine.yield(c) end)
end)()
