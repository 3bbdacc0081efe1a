-- Closes within closes, deeper than the stack.
-- ends: ok or script.error
local function nest(n)
  if n == 0 then return end
  local x <close> = setmetatable({}, {__close = function() nest(n - 1) end})
end
nest(100000)
