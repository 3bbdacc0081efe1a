-- Two hundred thousand things to close at once.
-- ends: ok or script.error or limit.deadline
local function f(n)
  local x <close> = setmetatable({}, {__close = function() end})
  if n > 0 then return 1 + f(n - 1) end
  return 0
end
f(150000)
