-- Loaded by require_fails.
-- ends: script.error
error("module fails")
