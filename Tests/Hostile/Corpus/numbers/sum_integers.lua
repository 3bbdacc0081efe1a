-- A sum of integers beyond the largest.
-- ends: ok or integer.overflow or number.overflow or script.argument or sum.overflow
customers:sum(function(c) return math.maxinteger end)
