-- A table in itself as options.
-- ends: script.depth or script.argument
local t = {}
t.name = t
customers:create(t)
