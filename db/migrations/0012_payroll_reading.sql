DROP INDEX `dues_entry_by_payroll_list`;--> statement-breakpoint
CREATE INDEX `dues_entry_by_payroll_list` ON `dues_entry` (`payroll_list_id`,`amount`) WHERE payroll_list_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `payroll_import` ADD `sheets` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `payroll_line` ADD `amount_text` text;--> statement-breakpoint
ALTER TABLE `payroll_line` ADD `remark` text;