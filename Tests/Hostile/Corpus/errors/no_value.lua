-- Raises nothing at all.
-- ends: script.error
error()
