-- Raises a record.
-- ends: script.error
error(customers:first())
