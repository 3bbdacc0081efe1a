-- Deletes what others refer to.
-- ends: record.reference
customers:delete()
