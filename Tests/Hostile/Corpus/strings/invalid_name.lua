-- A name that is no UTF-8.
-- ends: script.utf8
customers:first().name = "\xff\xfe"
