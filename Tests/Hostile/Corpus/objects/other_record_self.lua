-- A method of customers on an order.
-- ends: script.argument
local orders_of = customers:first().orders
orders_of(reps:first())
