-- Patterns with zero bytes.
-- ends: ok
assert(("a\0b"):find("\0", 1, true) == 2)
