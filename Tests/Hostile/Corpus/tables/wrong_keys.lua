-- Keys of every kind.
-- ends: script.argument
customers:where{[1.5] = 1, [true] = 2, [customers] = 3, [print] = 4}:count()
