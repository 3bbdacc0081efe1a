-- A table in itself as options.
-- ends: table.too_deep
local t = {}
t.name = t
customers:create(t)
