-- Raises a query.
-- ends: script.error
error(customers)
