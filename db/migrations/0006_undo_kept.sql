CREATE TABLE `undo_kept` (
	`batch_id` text NOT NULL,
	`position` integer NOT NULL,
	`table` text NOT NULL,
	`row_id` text NOT NULL,
	`member_id` text,
	`reason` text NOT NULL,
	`column` text,
	`written` text NOT NULL,
	`current` text NOT NULL,
	`used_by` text,
	PRIMARY KEY(`batch_id`, `position`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `batch_by_undone` ON `batch` (`undoes_id`);