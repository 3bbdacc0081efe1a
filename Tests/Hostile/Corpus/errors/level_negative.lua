-- A level below nothing.
-- ends: script.error
error("x", math.mininteger)
