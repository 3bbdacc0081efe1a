-- A __pairs that never ends, over what the host prints.
-- ends: limit.deadline
local t = setmetatable({}, {__pairs = function(t) return function() return 1, 1 end, t end})
print(t)
for k in pairs(t) do end
