-- Texts that are no UTF-8.
-- ends: script.error
utf8.codepoint("\xff", 1)
