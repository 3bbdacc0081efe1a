-- A mean of the largest money.
-- ends: money.overflow
customers:avg(function(c) return money"922337203685477" end)
