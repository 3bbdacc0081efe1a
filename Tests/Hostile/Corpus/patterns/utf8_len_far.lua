-- Positions out of reach.
-- ends: script.error
utf8.codepoint("abc", 1, math.maxinteger)
