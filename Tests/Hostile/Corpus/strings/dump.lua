-- Takes a function apart.
-- ends: script.error or script.undefined_name
string.dump(print)
