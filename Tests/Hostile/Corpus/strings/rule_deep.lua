-- A rule nested deeper than it can be read.
-- ends: rule.syntax or script.error
customers:where(("("):rep(5000) .. "1" .. (")"):rep(5000)):count()
