-- Savepoints as deep as they go.
-- ends: ok or script.depth or script.error
local function nest(n) if n > 0 then plan(function() nest(n - 1) end) end end
nest(60)
