CREATE TABLE `sync_stream` (
	`incarnation` text PRIMARY KEY NOT NULL,
	`first_position` integer NOT NULL
) STRICT;
--> statement-breakpoint
ALTER TABLE `receipt` ADD `field` text;