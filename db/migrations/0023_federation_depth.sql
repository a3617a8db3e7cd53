CREATE TABLE `code_list` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `conflict` (
	`change_id` text PRIMARY KEY NOT NULL,
	`table` text NOT NULL,
	`row_id` text NOT NULL,
	`fields` text NOT NULL,
	`mine` text NOT NULL,
	`theirs` text,
	`theirs_by` text,
	`theirs_at` text,
	`at` text NOT NULL,
	`batch_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `conflict_by_row` ON `conflict` (`row_id`);--> statement-breakpoint
CREATE TABLE `correction` (
	`id` text PRIMARY KEY NOT NULL,
	`table` text NOT NULL,
	`row_id` text NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL,
	`batch_id` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `correction_by_row` ON `correction` (`row_id`);--> statement-breakpoint
CREATE TABLE `exchange_file` (
	`id` text PRIMARY KEY NOT NULL,
	`direction` text NOT NULL,
	`number` integer NOT NULL,
	`at` text NOT NULL,
	`hash` text NOT NULL,
	`position` integer,
	`answered_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `foreign_duplicate` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL,
	`settled_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `foreign_duplicate_by_member` ON `foreign_duplicate` (`member_id`);--> statement-breakpoint
CREATE TABLE `incoming_transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `late_edit` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL,
	`settled_at` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `late_edit_by_member` ON `late_edit` (`member_id`);--> statement-breakpoint
CREATE TABLE `member_notice` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`version` text NOT NULL,
	`basis` text NOT NULL,
	`given_on` text NOT NULL,
	`withdrawn_on` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `member_notice_by_member` ON `member_notice` (`member_id`);--> statement-breakpoint
CREATE TABLE `outgoing_file` (
	`hash` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	`sent` integer NOT NULL,
	`added_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `passing_choice` (
	`kind` text PRIMARY KEY NOT NULL,
	`choice` text NOT NULL,
	`changed_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `sync_event` (
	`id` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`detail` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `sync_event_by_time` ON `sync_event` (`at`);--> statement-breakpoint
CREATE TABLE `sync_setting` (
	`body` text NOT NULL,
	`changed_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sync_setting_single` ON `sync_setting` ((1));--> statement-breakpoint
CREATE TABLE `transfer` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`to_organisation` text NOT NULL,
	`to_union` text NOT NULL,
	`reason` text,
	`note` text,
	`dues_until` text,
	`requested_on` text NOT NULL,
	`withdrawn_on` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `transfer_by_member` ON `transfer` (`member_id`);--> statement-breakpoint
CREATE TABLE `transfer_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`transfer_id` text NOT NULL,
	`decision` text NOT NULL,
	`reason` text,
	`decided_on` text NOT NULL,
	`by` text,
	`member_id` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `transfer_answer_once` ON `transfer_answer` (`transfer_id`);--> statement-breakpoint
CREATE INDEX `transfer_answer_by_member` ON `transfer_answer` (`member_id`);--> statement-breakpoint
CREATE TABLE `transfer_result` (
	`transfer_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `directive_answer` ADD `file_hash` text;--> statement-breakpoint
ALTER TABLE `directive_answer` ADD `file_name` text;--> statement-breakpoint
ALTER TABLE `directive_answer` ADD `file_size` integer;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `hub_recipient` text;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `hub_key` text;--> statement-breakpoint
ALTER TABLE `enrolment` ADD `file_identity` text;