-- Closes the coroutine that runs.
-- ends: script.error
coroutine.close(coroutine.running())
