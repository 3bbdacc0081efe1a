-- Keeps a table in itself.
-- ends: script.depth or job.value
local t = {}
t.t = t
job.checkpoint(t)
