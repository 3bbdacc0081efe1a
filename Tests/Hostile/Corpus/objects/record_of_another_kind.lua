-- A rep where a customer belongs.
-- ends: script.argument or field.type or record.missing or field.reference or record.not_a_record or ok
plan(function() orders:first().customer = reps:first() end)
