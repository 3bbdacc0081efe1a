-- NaN as a field.
-- ends: field.type or field.range or field.finite or field.value or customers.credit.range or customer.credit.range or script.argument
customers:first().credit = 0/0
