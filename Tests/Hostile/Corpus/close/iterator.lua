-- A loop left early closes its fourth value.
-- ends: ok
local closed
local function all()
  local step = customers:each()
  return function() return step() end, nil, nil, setmetatable({}, {__close = function() closed = true end})
end
for c in all() do break end
assert(closed)
