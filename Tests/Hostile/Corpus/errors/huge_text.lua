-- Raises a text of eight megabytes.
-- ends: script.error
error(("x"):rep(8 << 20))
