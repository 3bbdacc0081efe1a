-- A query of orders where customers belong.
-- ends: script.argument or entity.field or rule.unknown_name or tiering.query or ok
plan(function() tiering.apply{to = orders} end)
