-- An error of the host whose code was taken away.
-- ends: script.error or script.argument or script.read_only
local ok, problem = pcall(function() customers:limit(-1) end)
problem.code = nil
error(problem)
