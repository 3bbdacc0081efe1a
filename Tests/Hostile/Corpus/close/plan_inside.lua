-- A plan made while an error passes.
-- ends: script.error
local x <close> = setmetatable({}, {__close = function()
  plan(function() customers:update{credit = 1} end)
end})
error("passing")
