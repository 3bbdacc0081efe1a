-- A message handler that raises, again and again.
-- ends: script.error
local ok, problem = xpcall(error, function() error("again") end)
error(problem)
