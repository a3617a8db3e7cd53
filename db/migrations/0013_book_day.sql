CREATE INDEX `dues_entry_by_book_day` ON `dues_entry` (coalesce(booked_on, paid_on),`amount`) WHERE paid_on IS NOT NULL AND payroll_list_id IS NULL;
