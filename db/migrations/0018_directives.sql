CREATE TABLE `directive` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`due_on` text,
	`asks` text NOT NULL,
	`unit` text,
	`issued_at` text NOT NULL,
	`withdrawn_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `directive_answer` (
	`id` text PRIMARY KEY NOT NULL,
	`directive_id` text NOT NULL,
	`figure` integer,
	`text` text,
	`answered_on` text NOT NULL,
	`by` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `directive_answer_once` ON `directive_answer` (`directive_id`);--> statement-breakpoint
ALTER TABLE `enrolment` ADD `cursor` text;