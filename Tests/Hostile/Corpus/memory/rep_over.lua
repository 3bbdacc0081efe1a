-- A text longer than can be counted.
-- ends: script.error or limit.memory
return ("xx"):rep(math.maxinteger)
