-- Random numbers over nothing.
-- ends: script.error
return math.random(1, 0)
