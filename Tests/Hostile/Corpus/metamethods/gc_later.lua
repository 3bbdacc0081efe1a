-- A finalizer put in after the metatable was set.
-- ends: ok
local mt = {}
local t = setmetatable({}, mt)
mt.__gc = function() error("finalized") end
t = nil
for i = 1, 10000 do local x = {} end
