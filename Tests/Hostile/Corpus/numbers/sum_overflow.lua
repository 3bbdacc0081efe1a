-- A sum of money beyond the largest.
-- ends: money.overflow
customers:sum(function(c) return money"900000000000000" end)
