-- A sum of integers beyond the largest.
-- ends: sum.overflow
customers:sum(function(c) return math.maxinteger end)
