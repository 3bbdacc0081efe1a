-- Options that are only in the metatable do not count.
-- ends: ok
local options = setmetatable({}, {__index = function() error("asked") end})
local ok, problem = pcall(customers.create, customers, options)
assert(not ok)
