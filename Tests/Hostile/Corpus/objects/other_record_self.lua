-- A method of customers on an order.
-- ends: script.argument or script.error or entity.field
local orders_of = customers:first().orders
orders_of(reps:first())
