-- A rule in words of the host.
-- ends: rule.unknown_name or ok or script.error or script.undefined_name
customers:where("customers:update{credit = 1}"):count()
