ALTER TABLE `roster_import` ADD `content_hash` text DEFAULT '' NOT NULL;--> statement-breakpoint
CREATE INDEX `roster_import_by_content` ON `roster_import` (`content_hash`);