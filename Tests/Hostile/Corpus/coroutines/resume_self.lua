-- Resumes itself.
-- ends: ok
local co
co = coroutine.create(function()
  local ok, problem = coroutine.resume(co)
  assert(not ok, problem)
end)
assert(coroutine.resume(co))
