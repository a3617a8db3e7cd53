CREATE TABLE `roster_import_file` (
	`import_id` text PRIMARY KEY NOT NULL,
	`content` blob NOT NULL,
	FOREIGN KEY (`import_id`) REFERENCES `roster_import`(`id`) ON UPDATE no action ON DELETE cascade
) STRICT;
--> statement-breakpoint
INSERT INTO `roster_import_file` (`import_id`, `content`) SELECT `id`, `content` FROM `roster_import` WHERE length(`content`) > 0;
--> statement-breakpoint
ALTER TABLE `roster_import` DROP COLUMN `content`;