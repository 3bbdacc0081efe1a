-- Raises a function.
-- ends: script.error
error(print)
