-- A text that is no rule.
-- ends: rule.syntax or script.syntax
customers:where("credit >"):count()
