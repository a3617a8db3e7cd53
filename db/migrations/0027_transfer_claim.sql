CREATE TABLE `claim_result` (
	`claim_id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `incoming_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`body` text NOT NULL,
	`received_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `transfer_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`id_number` text,
	`phone` text,
	`from_organisation` text NOT NULL,
	`from_union` text NOT NULL,
	`note` text,
	`requested_on` text NOT NULL,
	`withdrawn_on` text
) STRICT;
--> statement-breakpoint
ALTER TABLE `late_edit` ADD `batch_id` text;