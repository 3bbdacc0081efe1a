-- A path out of the folder.
-- ends: sandbox.file or script.missing
run("../../../../../etc/passwd")
