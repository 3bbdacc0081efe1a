-- Things that are no coroutines.
-- ends: script.error
coroutine.resume(customers)
