-- Raises a coroutine.
-- ends: script.error
error(coroutine.create(function() end))
