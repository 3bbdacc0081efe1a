-- Takes the metatable of strings.
-- ends: script.error
getmetatable("").__index = nil
