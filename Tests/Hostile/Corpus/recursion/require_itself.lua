-- Requires its own file.
-- ends: script.require_circle
require("require_itself")
