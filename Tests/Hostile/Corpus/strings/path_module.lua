-- A module by a path.
-- ends: script.argument
require("../x")
