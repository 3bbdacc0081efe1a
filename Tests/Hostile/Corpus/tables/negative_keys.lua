-- A list that begins before one.
-- ends: script.argument
customers:where{[0] = 1, [-1] = 2, [math.mininteger] = 3}:count()
