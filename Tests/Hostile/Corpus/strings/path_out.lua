-- A path out of the folder.
-- ends: script.missing
run("../../../../../etc/passwd")
