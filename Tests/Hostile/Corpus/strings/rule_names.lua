-- A rule in words of the host.
-- ends: rule.result
customers:where("customers:update{credit = 1}"):count()
