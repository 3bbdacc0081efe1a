-- Source nested deeper than the compiler goes.
-- ends: script.depth
local ok, problem = load("return " .. ("("):rep(1000) .. "1" .. (")"):rep(1000))
error(problem)
