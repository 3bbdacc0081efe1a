-- Yields across a comparison.
-- ends: script.error
coroutine.wrap(function() table.sort({2, 1}, coroutine.yield) end)()
