-- Savepoints as deep as they go.
-- ends: ok
local function nest(n) if n > 0 then plan(function() nest(n - 1) end) end end
nest(60)
