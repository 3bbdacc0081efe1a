-- assert with values of all kinds.
-- ends: script.error
assert(nil, customers)
