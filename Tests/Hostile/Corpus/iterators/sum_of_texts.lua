-- A sum of texts.
-- ends: sum.kind
customers:sum(function() return "x" end)
