-- A table that calls itself a customer.
-- ends: script.argument
local fake = setmetatable({id = 1}, {__name = "customer"})
local follow = customers:first().follow
follow(fake, "owner")
