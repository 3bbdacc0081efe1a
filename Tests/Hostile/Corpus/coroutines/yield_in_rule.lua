-- Yields across a rule.
-- ends: script.error
coroutine.wrap(function()
  customers:where(function(c) coroutine.yield(c) return true end):count()
end)()
