-- An error of the host whose code was taken away.
-- ends: script.argument
local ok, problem = pcall(function() customers:limit(-1) end)
problem.code = nil
error(problem)
