-- A query of orders where customers belong.
-- ends: script.argument
plan(function() tiering.apply{to = orders} end)
