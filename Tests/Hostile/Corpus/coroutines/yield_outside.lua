-- Yields where no coroutine runs.
-- ends: script.error
coroutine.yield(1)
