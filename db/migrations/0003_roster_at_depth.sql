CREATE TABLE `custom_field` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`choices` text NOT NULL,
	`position` integer NOT NULL,
	`is_masked` integer NOT NULL,
	`is_retired` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_field_name_unique` ON `custom_field` (`name`);--> statement-breakpoint
CREATE TABLE `custom_value` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`field_id` text NOT NULL,
	`value` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`field_id`) REFERENCES `custom_field`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `custom_value_once` ON `custom_value` (`member_id`,`field_id`);--> statement-breakpoint
CREATE INDEX `custom_value_by_field` ON `custom_value` (`field_id`,`value`);--> statement-breakpoint
CREATE TABLE `honour` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`title` text NOT NULL,
	`level` text NOT NULL,
	`awarded_on` text,
	`awarded_by` text,
	`document_number` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `honour_by_member` ON `honour` (`member_id`);--> statement-breakpoint
CREATE TABLE `identity_document` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`type` text NOT NULL,
	`number` text NOT NULL,
	`valid_from` text,
	`valid_to` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `identity_document_by_member` ON `identity_document` (`member_id`);--> statement-breakpoint
CREATE INDEX `identity_document_by_number` ON `identity_document` (`number`);--> statement-breakpoint
CREATE TABLE `member_filter` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`filter` text NOT NULL,
	`position` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_filter_name_unique` ON `member_filter` (`name`);--> statement-breakpoint
CREATE TABLE `member_merge` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`into_id` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`into_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `member_merge_member_id_unique` ON `member_merge` (`member_id`);--> statement-breakpoint
CREATE INDEX `member_merge_by_target` ON `member_merge` (`into_id`);--> statement-breakpoint
CREATE TABLE `member_photo` (
	`member_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE TABLE `not_same_person` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`other_id` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `not_same_person_once` ON `not_same_person` (`member_id`,`other_id`);--> statement-breakpoint
CREATE TABLE `post` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`unit_id` text,
	`title` text NOT NULL,
	`engagement` text,
	`term` text,
	`held_from` text,
	`held_to` text,
	`document_number` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `post_by_member` ON `post` (`member_id`);--> statement-breakpoint
CREATE INDEX `post_by_unit` ON `post` (`unit_id`);--> statement-breakpoint
CREATE TABLE `receiver_profile` (
	`id` text PRIMARY KEY NOT NULL,
	`definition` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `relative` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`relation` text NOT NULL,
	`name` text NOT NULL,
	`birth_date` text,
	`id_number` text,
	`phone` text,
	`employer` text,
	`political_status` text,
	`is_emergency_contact` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `relative_by_member` ON `relative` (`member_id`);--> statement-breakpoint
CREATE TABLE `roster_answer` (
	`field` text NOT NULL,
	`raw` text NOT NULL,
	`value` text NOT NULL,
	`answered_at` text NOT NULL,
	PRIMARY KEY(`field`, `raw`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster_import_commit` (
	`batch_id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`added` integer NOT NULL,
	`changed` integer NOT NULL,
	`same` integer NOT NULL,
	`left_out` integer NOT NULL,
	`at` text NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `roster_import`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
CREATE INDEX `roster_import_commit_by_import` ON `roster_import_commit` (`import_id`);--> statement-breakpoint
CREATE TABLE `roster_mapping` (
	`fingerprint` text PRIMARY KEY NOT NULL,
	`fields` text NOT NULL,
	`used_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `roster_source` (
	`batch_id` text NOT NULL,
	`member_id` text NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `member_id`, `sheet`, `row`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `unit` (
	`id` text PRIMARY KEY NOT NULL,
	`parent_id` text,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`aliases` text NOT NULL,
	`position` integer NOT NULL,
	`founded_on` text,
	`closed_on` text,
	FOREIGN KEY (`parent_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_by_name` ON `unit` (`parent_id`,`name`);--> statement-breakpoint
CREATE UNIQUE INDEX `unit_at_top_by_name` ON `unit` (`name`) WHERE parent_id IS NULL;--> statement-breakpoint
ALTER TABLE `branch` ADD `employer_name` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `employer_credit_code` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `employer_address` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `region` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `employer_nature` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `economic_type` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `industry` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `staff_count` integer;--> statement-breakpoint
ALTER TABLE `branch` ADD `founded_on` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `union_type` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `chair_name` text;--> statement-breakpoint
ALTER TABLE `branch` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `membership_event` ADD `decided_on` text;--> statement-breakpoint
ALTER TABLE `membership_event` ADD `other_union` text;--> statement-breakpoint
ALTER TABLE `roster_import` ADD `answers` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `roster_import` ADD `choices` text DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE `roster_import` ADD `finished_at` text;--> statement-breakpoint
ALTER TABLE `roster_import_row` ADD `choices` text;--> statement-breakpoint
ALTER TABLE `roster_import_row` ADD `repairs` text;