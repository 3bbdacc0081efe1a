-- A method called with a point.
-- ends: script.argument
customers.count()
