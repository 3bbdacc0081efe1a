-- Raises bytes that are no text.
-- ends: script.error
error("\xff\xfe\0\x80", 0)
