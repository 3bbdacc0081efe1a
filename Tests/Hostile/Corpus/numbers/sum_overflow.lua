-- A sum of money beyond the largest.
-- ends: money.overflow or field.range
customers:sum(function(c) return money"900000000000000" end)
