-- Inserts at a place out of reach.
-- ends: script.error
table.insert({}, 1 << 60, 1)
