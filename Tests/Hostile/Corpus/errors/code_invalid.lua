-- An error of the host with a code that is no text.
-- ends: script.argument
local ok, problem = pcall(function() customers:limit(-1) end)
problem.code = "\xff\xfe"
error(problem)
