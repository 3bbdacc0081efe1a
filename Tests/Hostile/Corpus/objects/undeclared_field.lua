-- A field that there is not.
-- ends: entity.field
customers:first().frobnicate = 1
