CREATE TABLE `access_event` (
	`id` text PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`kind` text NOT NULL,
	`member_id` text,
	`subject` text,
	`count` integer,
	`reason` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `access_event_by_time` ON `access_event` (`at`);--> statement-breakpoint
CREATE TABLE `activity` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`type` text NOT NULL,
	`starts_on` text NOT NULL,
	`ends_on` text NOT NULL,
	`place` text,
	`cost` integer,
	`note` text,
	CONSTRAINT "activity_ends_after_start" CHECK(ends_on >= starts_on)
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_by_start` ON `activity` (`starts_on`);--> statement-breakpoint
CREATE TABLE `batch` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`count` integer NOT NULL,
	`at` text NOT NULL,
	`undoes_id` text,
	FOREIGN KEY (`undoes_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE TABLE `branch` (
	`id` text PRIMARY KEY NOT NULL,
	`union_name` text NOT NULL,
	`credit_code` text,
	`parent_union` text,
	`is_sample` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `branch_single` ON `branch` ((1));--> statement-breakpoint
CREATE TABLE `change` (
	`position` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`id` text NOT NULL,
	`incarnation` text NOT NULL,
	`seq` integer NOT NULL,
	`change_set` text NOT NULL,
	`table` text NOT NULL,
	`row_id` text NOT NULL,
	`operation` text NOT NULL,
	`before` text NOT NULL,
	`after` text NOT NULL,
	`base` text,
	`actor` text NOT NULL,
	`at` text NOT NULL,
	`batch_id` text,
	`hash` text NOT NULL,
	CONSTRAINT "change_operation" CHECK(operation IN ('insert', 'update', 'delete'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `change_by_id` ON `change` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `change_by_seq` ON `change` (`incarnation`,`seq`);--> statement-breakpoint
CREATE INDEX `change_by_row` ON `change` (`row_id`,`position`);--> statement-breakpoint
CREATE INDEX `change_by_batch` ON `change` (`batch_id`);--> statement-breakpoint
CREATE TABLE `device` (
	`id` text PRIMARY KEY NOT NULL,
	`incarnation` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `device_single` ON `device` ((1));--> statement-breakpoint
CREATE TABLE `dues_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`month` text,
	`rule_id` text,
	`method` text,
	`paid_on` text,
	`reverses_id` text,
	`batch_id` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `dues_rule`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `dues_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dues_entry_sign" CHECK(CASE kind WHEN 'charge' THEN amount >= 0 WHEN 'payment' THEN amount <= 0
        WHEN 'reversal' THEN reverses_id IS NOT NULL ELSE 0 END)
) STRICT;
--> statement-breakpoint
CREATE INDEX `dues_entry_by_member` ON `dues_entry` (`member_id`,`month`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_month` ON `dues_entry` (`month`,`member_id`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_payment` ON `dues_entry` (`paid_on`,`kind`,`amount`) WHERE paid_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dues_entry_by_reversed` ON `dues_entry` (`reverses_id`) WHERE reverses_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `dues_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`formula` text NOT NULL,
	`valid_from` text NOT NULL,
	`decision` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `dues_standing` (
	`member_id` text PRIMARY KEY NOT NULL,
	`balance` integer NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `dues_standing_by_debt` ON `dues_standing` (`balance`,`member_id`) WHERE balance > 0;--> statement-breakpoint
CREATE TABLE `enrolment` (
	`hub_id` text PRIMARY KEY NOT NULL,
	`hub_incarnation` text NOT NULL,
	`hub_name` text NOT NULL,
	`address` text NOT NULL,
	`private_key` text NOT NULL,
	`enrolled_at` text NOT NULL,
	`acknowledged_position` integer NOT NULL,
	`last_contact` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolment_single` ON `enrolment` ((1));--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`gender` text,
	`birth_date` text,
	`ethnicity` text,
	`id_type` text,
	`id_number` text,
	`phone` text,
	`education` text,
	`degree` text,
	`political_status` text,
	`household_type` text,
	`household_place` text,
	`native_place` text,
	`employment_status` text,
	`skill_level` text,
	`job_title` text,
	`position` text,
	`union_position` text,
	`department` text,
	`union_group` text,
	`employer` text,
	`staff_number` text,
	`member_card_number` text,
	`join_date` text,
	`work_start_date` text,
	`is_migrant_worker` text,
	`is_new_employment` text,
	`marital_status` text,
	`address` text,
	`email` text,
	`wage` integer,
	`remark` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `member_by_id_number` ON `member` (`id_number`);--> statement-breakpoint
CREATE INDEX `member_by_department` ON `member` (`department`);--> statement-breakpoint
CREATE INDEX `member_incomplete` ON `member` (`id`) WHERE id_number IS NULL OR phone IS NULL;--> statement-breakpoint
CREATE TABLE `member_standing` (
	`search_id` integer PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`status` text NOT NULL,
	`pinyin` text NOT NULL,
	`updated_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_standing_member_id_unique` ON `member_standing` (`member_id`);--> statement-breakpoint
CREATE INDEX `member_standing_by_pinyin` ON `member_standing` (`pinyin`,`member_id`);--> statement-breakpoint
CREATE INDEX `member_standing_by_status` ON `member_standing` (`status`,`pinyin`);--> statement-breakpoint
CREATE INDEX `member_standing_by_updated` ON `member_standing` (`updated_at`);--> statement-breakpoint
CREATE TABLE `membership_event` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`type` text NOT NULL,
	`date` text,
	`reason` text,
	`document_number` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `membership_event_by_member` ON `membership_event` (`member_id`);--> statement-breakpoint
CREATE INDEX `membership_event_by_date` ON `membership_event` (`date`,`member_id`);--> statement-breakpoint
CREATE TABLE `participation` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`member_id` text NOT NULL,
	`attendance` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `participation_once` ON `participation` (`activity_id`,`member_id`);--> statement-breakpoint
CREATE INDEX `participation_by_attendance` ON `participation` (`activity_id`,`attendance`);--> statement-breakpoint
CREATE INDEX `participation_by_member` ON `participation` (`member_id`);--> statement-breakpoint
CREATE TABLE `receipt` (
	`change_id` text PRIMARY KEY NOT NULL,
	`result` text NOT NULL,
	`reason` text,
	`field` text,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster_import` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`content` blob NOT NULL,
	`sheets` text NOT NULL,
	`started_at` text NOT NULL,
	`batch_id` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster_import_row` (
	`import_id` text NOT NULL,
	`position` integer NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`name` text NOT NULL,
	`outcome` text NOT NULL,
	`conflict` text,
	`decision` text,
	`member_id` text,
	`fields` text NOT NULL,
	`issues` text NOT NULL,
	`warnings` integer NOT NULL,
	PRIMARY KEY(`import_id`, `position`),
	FOREIGN KEY (`import_id`) REFERENCES `roster_import`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `roster_import_row_by_place` ON `roster_import_row` (`import_id`,`sheet`,`row`);--> statement-breakpoint
CREATE INDEX `roster_import_row_by_outcome` ON `roster_import_row` (`import_id`,`outcome`,`position`);--> statement-breakpoint
CREATE TABLE `sync_stream` (
	`incarnation` text PRIMARY KEY NOT NULL,
	`first_position` integer NOT NULL
) STRICT;
