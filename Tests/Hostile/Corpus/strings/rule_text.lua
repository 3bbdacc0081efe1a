-- A text that is no rule.
-- ends: rule.syntax
customers:where("credit >"):count()
