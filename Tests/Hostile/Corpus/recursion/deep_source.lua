-- Source nested deeper than the compiler goes.
-- ends: script.error
local ok, problem = load("return " .. ("("):rep(1000) .. "1" .. (")"):rep(1000))
error(problem)
