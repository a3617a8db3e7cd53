CREATE TABLE `activity_budget` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`item` text NOT NULL,
	`source` text NOT NULL,
	`planned` integer NOT NULL,
	`actual` integer,
	`invoice` text,
	`note` text,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_budget_by_activity` ON `activity_budget` (`activity_id`);--> statement-breakpoint
CREATE TABLE `activity_step` (
	`id` text PRIMARY KEY NOT NULL,
	`activity_id` text NOT NULL,
	`kind` text NOT NULL,
	`level` text NOT NULL,
	`on` text NOT NULL,
	`by` text,
	`opinion` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `activity_step_by_activity` ON `activity_step` (`activity_id`);--> statement-breakpoint
CREATE TABLE `article` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`author` text,
	`title` text NOT NULL,
	`written_on` text NOT NULL,
	`channel` text,
	`adoption` text,
	`adopted_on` text,
	`approved_by` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `article_by_member` ON `article` (`member_id`);--> statement-breakpoint
CREATE INDEX `article_by_day` ON `article` (`written_on`);--> statement-breakpoint
CREATE TABLE `attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`owner_kind` text NOT NULL,
	`owner_id` text NOT NULL,
	`label` text,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`content` blob NOT NULL,
	`added_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `attachment_by_owner` ON `attachment` (`owner_id`);--> statement-breakpoint
CREATE TABLE `candidate` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`member_id` text NOT NULL,
	`title` text NOT NULL,
	`votes` integer,
	`is_elected` integer NOT NULL,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `candidate_by_committee` ON `candidate` (`committee_id`);--> statement-breakpoint
CREATE INDEX `candidate_by_member` ON `candidate` (`member_id`);--> statement-breakpoint
CREATE TABLE `care_gift` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`occasion` text,
	`on` text NOT NULL,
	`form` text NOT NULL,
	`amount` integer NOT NULL,
	`goods` text,
	`hardship_file_id` text,
	`aid_kind` text,
	`fund_entry_id` text,
	`decision` text,
	`over_limit_reason` text,
	`signed_on` text,
	`received_by` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hardship_file_id`) REFERENCES `hardship_file`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`fund_entry_id`) REFERENCES `fund_entry`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `care_gift_by_member` ON `care_gift` (`member_id`,`on`);--> statement-breakpoint
CREATE INDEX `care_gift_by_kind` ON `care_gift` (`kind`,`on`);--> statement-breakpoint
CREATE TABLE `checkup` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`on` text NOT NULL,
	`provider_id` text,
	`package` text,
	`cost` integer,
	`attendance` text NOT NULL,
	`finding` text,
	`follow_up_on` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `checkup_by_member` ON `checkup` (`member_id`);--> statement-breakpoint
CREATE INDEX `checkup_by_day` ON `checkup` (`on`);--> statement-breakpoint
CREATE TABLE `committee` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unit_id` text,
	`term` integer NOT NULL,
	`elected_on` text,
	`years` integer NOT NULL,
	`approved_on` text,
	`approval_document` text,
	`postponed_to` text,
	`postponement_document` text,
	`ended_on` text,
	`note` text,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `committee_by_kind` ON `committee` (`kind`,`unit_id`);--> statement-breakpoint
CREATE TABLE `delegate` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`member_id` text NOT NULL,
	`unit_id` text,
	`elected_on` text,
	`ended_on` text,
	`note` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `delegate_by_committee` ON `delegate` (`committee_id`);--> statement-breakpoint
CREATE INDEX `delegate_by_member` ON `delegate` (`member_id`);--> statement-breakpoint
CREATE TABLE `election_step` (
	`id` text PRIMARY KEY NOT NULL,
	`committee_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`document` text,
	`expected` integer,
	`present` integer,
	`issued` integer,
	`returned` integer,
	`valid` integer,
	`note` text,
	FOREIGN KEY (`committee_id`) REFERENCES `committee`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `election_step_by_committee` ON `election_step` (`committee_id`);--> statement-breakpoint
CREATE TABLE `hardship_assessment` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`on` text NOT NULL,
	`year` text NOT NULL,
	`people` integer NOT NULL,
	`income` integer NOT NULL,
	`rigid_spending` integer NOT NULL,
	`accident_cost` integer NOT NULL,
	`minimum_living` integer NOT NULL,
	`exclusion` text,
	`class` text,
	`reason` text,
	`public_from` text,
	`public_until` text,
	`public_place` text,
	`objections` text,
	`decided_on` text,
	`decision` text,
	`note` text,
	FOREIGN KEY (`file_id`) REFERENCES `hardship_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `hardship_assessment_by_year` ON `hardship_assessment` (`file_id`,`year`);--> statement-breakpoint
CREATE TABLE `hardship_file` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`opened_on` text NOT NULL,
	`main_cause` text,
	`other_cause` text,
	`health` text,
	`disability` text,
	`housing` text,
	`address` text,
	`bank` text,
	`bank_account` text,
	`closed_on` text,
	`close_reason` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hardship_file_by_member` ON `hardship_file` (`member_id`);--> statement-breakpoint
CREATE TABLE `hardship_person` (
	`id` text PRIMARY KEY NOT NULL,
	`file_id` text NOT NULL,
	`name` text NOT NULL,
	`relation` text NOT NULL,
	`birth_date` text,
	`id_number` text,
	`monthly_income` integer,
	`health` text,
	`disability` text,
	`standing` text,
	`place` text,
	`note` text,
	FOREIGN KEY (`file_id`) REFERENCES `hardship_file`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `hardship_person_by_file` ON `hardship_person` (`file_id`);--> statement-breakpoint
CREATE TABLE `legal_case` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`opened_on` text NOT NULL,
	`matter` text NOT NULL,
	`provider_id` text,
	`handler` text,
	`closed_on` text,
	`outcome` text,
	`cost` integer,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `legal_case_by_member` ON `legal_case` (`member_id`);--> statement-breakpoint
CREATE TABLE `mutual_aid` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`plan` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`premium` integer NOT NULL,
	`payer` text NOT NULL,
	`number` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mutual_aid_by_member` ON `mutual_aid` (`member_id`);--> statement-breakpoint
CREATE INDEX `mutual_aid_by_end` ON `mutual_aid` (`valid_until`);--> statement-breakpoint
CREATE TABLE `mutual_aid_claim` (
	`id` text PRIMARY KEY NOT NULL,
	`mutual_aid_id` text NOT NULL,
	`kind` text NOT NULL,
	`happened_on` text NOT NULL,
	`claimed_on` text NOT NULL,
	`claimed` integer,
	`paid` integer,
	`paid_on` text,
	`refusal` text,
	`note` text,
	FOREIGN KEY (`mutual_aid_id`) REFERENCES `mutual_aid`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `mutual_aid_claim_by_cover` ON `mutual_aid_claim` (`mutual_aid_id`);--> statement-breakpoint
CREATE TABLE `provider` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`credit_code` text,
	`contact` text,
	`phone` text,
	`address` text,
	`is_retired` integer NOT NULL,
	`note` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `provider_contract` (
	`id` text PRIMARY KEY NOT NULL,
	`provider_id` text NOT NULL,
	`title` text NOT NULL,
	`number` text,
	`signed_on` text,
	`valid_from` text NOT NULL,
	`valid_until` text NOT NULL,
	`amount` integer,
	`note` text,
	FOREIGN KEY (`provider_id`) REFERENCES `provider`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `provider_contract_by_provider` ON `provider_contract` (`provider_id`);--> statement-breakpoint
CREATE INDEX `provider_contract_by_end` ON `provider_contract` (`valid_until`);--> statement-breakpoint
CREATE TABLE `request` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text,
	`unit_id` text,
	`kind` text NOT NULL,
	`topic` text NOT NULL,
	`urgency` text NOT NULL,
	`channel` text NOT NULL,
	`received_on` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`owner` text,
	`due_on` text,
	`is_confidential` integer NOT NULL,
	`satisfaction` integer,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_by_day` ON `request` (`received_on`);--> statement-breakpoint
CREATE INDEX `request_by_topic` ON `request` (`topic`,`received_on`);--> statement-breakpoint
CREATE INDEX `request_by_member` ON `request` (`member_id`);--> statement-breakpoint
CREATE TABLE `request_event` (
	`id` text PRIMARY KEY NOT NULL,
	`request_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`by` text,
	`text` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`request_id`) REFERENCES `request`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `request_event_by_request` ON `request_event` (`request_id`);--> statement-breakpoint
CREATE TABLE `statistics_template` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`design` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `statistics_template_name_unique` ON `statistics_template` (`name`);--> statement-breakpoint
CREATE TABLE `team_role` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`unit_id` text,
	`from` text NOT NULL,
	`until` text,
	`skill` text,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `unit`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `team_role_by_kind` ON `team_role` (`kind`);--> statement-breakpoint
CREATE INDEX `team_role_by_member` ON `team_role` (`member_id`);--> statement-breakpoint
ALTER TABLE `activity` ADD `starts_at` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `ends_at` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `organiser_id` text REFERENCES unit(id);--> statement-breakpoint
ALTER TABLE `activity` ADD `quota` integer;--> statement-breakpoint
ALTER TABLE `activity` ADD `eligible` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `sign_up_until` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `per_head` integer;--> statement-breakpoint
ALTER TABLE `activity` ADD `notice` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `lecturer` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `provider_id` text REFERENCES provider(id);--> statement-breakpoint
ALTER TABLE `activity` ADD `hours` integer;--> statement-breakpoint
ALTER TABLE `activity` ADD `series_id` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `summary` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `settled_on` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `cancelled_on` text;--> statement-breakpoint
ALTER TABLE `activity` ADD `cancel_reason` text;--> statement-breakpoint
CREATE INDEX `activity_by_series` ON `activity` (`series_id`) WHERE series_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `participation` ADD `waiting_since` text;--> statement-breakpoint
ALTER TABLE `participation` ADD `signed_up_at` text;--> statement-breakpoint
ALTER TABLE `participation` ADD `attended_by` text;--> statement-breakpoint
ALTER TABLE `participation` ADD `attended_at` text;--> statement-breakpoint
ALTER TABLE `participation` ADD `satisfaction` integer;--> statement-breakpoint
ALTER TABLE `participation` ADD `remark` text;--> statement-breakpoint
ALTER TABLE `post` ADD `committee_id` text REFERENCES committee(id);--> statement-breakpoint
CREATE INDEX `post_by_committee` ON `post` (`committee_id`) WHERE committee_id IS NOT NULL;--> statement-breakpoint
INSERT INTO `attachment` (`id`, `owner_kind`, `owner_id`, `name`, `media_type`, `size`, `sha256`, `content`, `added_at`)
SELECT `id`, 'fundEntry', `fund_entry_id`, `name`, `media_type`, `size`, `sha256`, `content`, `added_at` FROM `fund_attachment` ORDER BY `rowid`;--> statement-breakpoint
DROP TABLE `fund_attachment`;
