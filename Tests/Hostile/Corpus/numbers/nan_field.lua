-- NaN as a field.
-- ends: field.type
customers:first().credit = 0/0
