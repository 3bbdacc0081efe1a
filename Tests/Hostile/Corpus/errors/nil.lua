-- Raises nil.
-- ends: script.error
error(nil)
