-- Sets the id of a record.
-- ends: record.id
customers:first().id = 7
