-- A table whose fields are a query.
-- ends: ok
local t = setmetatable({}, {__index = customers})
local ok, problem = pcall(function() return t:count() end)
assert(not ok and problem.code)
