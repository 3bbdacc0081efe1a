-- gsub within its own replacement.
-- ends: script.error
local function f(s) return (s:gsub(".", f)) end
f("a")
