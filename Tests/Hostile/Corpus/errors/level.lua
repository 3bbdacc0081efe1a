-- Levels that are out of reach.
-- ends: script.error
error("x", math.maxinteger)
