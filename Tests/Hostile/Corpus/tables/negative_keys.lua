-- A list that begins before one.
-- ends: script.argument or entity.field
customers:where{[0] = 1, [-1] = 2, [math.mininteger] = 3}:count()
