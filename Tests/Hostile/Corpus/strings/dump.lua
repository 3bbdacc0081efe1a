-- Takes a function apart.
-- ends: script.error
string.dump(print)
