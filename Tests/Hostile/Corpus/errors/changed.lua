-- An error of the host, its fields changed to nonsense.
-- ends: script.argument
local ok, problem = pcall(function() customers:limit(-1) end)
problem.message = {}
problem.traceback = coroutine.create(print)
problem.chunk = customers
problem.line = 1e308
error(problem)
