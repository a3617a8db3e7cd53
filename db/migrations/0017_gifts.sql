ALTER TABLE `care_gift` ADD `paid_by` text;--> statement-breakpoint
CREATE INDEX `care_gift_by_day` ON `care_gift` (`on`);--> statement-breakpoint
CREATE INDEX `care_gift_by_entry` ON `care_gift` (`fund_entry_id`);