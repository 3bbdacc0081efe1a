-- A million coroutines, all kept.
-- ends: script.coroutines
local all = {}
for i = 1, 1000000 do
  local co = coroutine.create(function() coroutine.yield() end)
  coroutine.resume(co)
  all[i] = co
end
