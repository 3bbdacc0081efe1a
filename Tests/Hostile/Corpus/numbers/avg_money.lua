-- A mean of the largest money.
-- ends: money.overflow or ok
customers:avg(function(c) return money"922337203685477" end)
