-- A list with a hole of the size of the integers.
-- ends: script.argument
customers:where{[1] = 1, [math.maxinteger] = 2}:count()
