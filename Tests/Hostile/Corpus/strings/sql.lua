-- A text that would be a command elsewhere.
-- ends: ok
assert(customers:where{name = "'; DROP TABLE customers; --"}:count() == 0)
assert(customers:get("' OR 1=1 --") == nil)
assert(customers:count() == 20)
