ALTER TABLE `activity` ADD `sign_up_how` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `contact` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `over_limit_reason` text;