-- A text that closes the rule and goes on.
-- ends: rule.syntax or script.syntax or rule.unknown_name
customers:where("true end while true do"):count()
