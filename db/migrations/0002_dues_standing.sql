CREATE TABLE `dues_standing` (
	`member_id` text PRIMARY KEY NOT NULL,
	`balance` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `dues_standing_by_debt` ON `dues_standing` (`balance`,`member_id`) WHERE balance > 0;--> statement-breakpoint
DROP INDEX `dues_entry_by_batch`;--> statement-breakpoint
DROP INDEX `dues_entry_by_member`;--> statement-breakpoint
DROP INDEX `dues_entry_by_month`;--> statement-breakpoint
DROP INDEX `dues_entry_by_reversed`;--> statement-breakpoint
CREATE INDEX `dues_entry_by_payment` ON `dues_entry` (`paid_on`,`kind`,`amount`) WHERE paid_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dues_entry_by_member` ON `dues_entry` (`member_id`,`month`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_month` ON `dues_entry` (`month`,`member_id`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_reversed` ON `dues_entry` (`reverses_id`) WHERE reverses_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `member_incomplete` ON `member` (`id`) WHERE id_number IS NULL OR phone IS NULL;--> statement-breakpoint
CREATE INDEX `membership_event_by_date` ON `membership_event` (`date`,`member_id`);--> statement-breakpoint
CREATE INDEX `participation_by_attendance` ON `participation` (`activity_id`,`attendance`);--> statement-breakpoint
INSERT INTO `dues_standing` (`member_id`, `balance`) SELECT `member_id`, sum(`amount`) FROM `dues_entry` GROUP BY `member_id`;
