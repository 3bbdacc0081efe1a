-- A method called on a number.
-- ends: script.argument
customers.count(1)
