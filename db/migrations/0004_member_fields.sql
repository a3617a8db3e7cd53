CREATE TABLE `__new_member_photo` (
	`member_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	`added_at` text NOT NULL
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_member_photo`("member_id", "content", "added_at") SELECT "member_id", "content", "added_at" FROM `member_photo`;--> statement-breakpoint
DROP TABLE `member_photo`;--> statement-breakpoint
ALTER TABLE `__new_member_photo` RENAME TO `member_photo`;--> statement-breakpoint
ALTER TABLE `member` ADD `id_valid_until` text;--> statement-breakpoint
ALTER TABLE `member` ADD `birth_place` text;--> statement-breakpoint
ALTER TABLE `member` ADD `employment_form` text;--> statement-breakpoint
ALTER TABLE `member` ADD `new_employment_type` text;--> statement-breakpoint
ALTER TABLE `member` ADD `specialty` text;