CREATE TABLE `statistics_figure` (
	`key` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`number` integer,
	`day` text,
	`source` text,
	`stated_on` text,
	PRIMARY KEY(`key`, `from`, `until`)
) STRICT;
