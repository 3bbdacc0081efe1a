-- Raises false.
-- ends: script.error
error(false)
