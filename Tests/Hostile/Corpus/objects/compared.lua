-- Compares objects of different kinds.
-- ends: script.error
return customers:first() < customers
