CREATE TABLE `recalled_stream` (
	`incarnation` text PRIMARY KEY NOT NULL,
	`until` integer NOT NULL
) STRICT;
