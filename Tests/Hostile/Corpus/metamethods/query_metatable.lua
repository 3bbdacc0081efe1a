-- Takes the metatable of a query.
-- ends: script.error
setmetatable(customers, {})
