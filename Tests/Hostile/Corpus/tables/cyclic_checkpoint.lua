-- Keeps a table in itself.
-- ends: table.too_deep
local t = {}
t.t = t
job.checkpoint(t)
