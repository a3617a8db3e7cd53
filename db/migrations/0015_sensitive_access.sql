CREATE TABLE `sensitive_access` (
	`wrap` text NOT NULL,
	`failed` integer NOT NULL,
	`last_at` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `sensitive_access_single` ON `sensitive_access` ((1));