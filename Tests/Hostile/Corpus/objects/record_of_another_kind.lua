-- A rep where a customer belongs.
-- ends: field.type
plan(function() orders:first().customer = reps:first() end)
