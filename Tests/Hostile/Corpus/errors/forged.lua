-- A table that looks like an error of the host.
-- ends: script.error
error({code = "limit.memory", message = "a lie", traceback = 7, line = "x"})
