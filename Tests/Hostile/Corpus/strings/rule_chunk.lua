-- A text that closes the rule and goes on.
-- ends: rule.syntax
customers:where("true end while true do"):count()
