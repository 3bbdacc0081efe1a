-- Sets the id of a record.
-- ends: script.read_only or entity.field or script.argument or script.error or record.id
customers:first().id = 7
