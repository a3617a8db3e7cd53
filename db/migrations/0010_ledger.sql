CREATE TABLE `arrears_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`valid_from` text NOT NULL,
	`reminder_months` integer NOT NULL,
	`notice_months` integer NOT NULL,
	`list_months` integer NOT NULL,
	`partial_payment` text NOT NULL,
	`decision` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `arrears_step` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`on` text NOT NULL,
	`since` text NOT NULL,
	`months` integer NOT NULL,
	`owed` integer NOT NULL,
	`entered_until` text NOT NULL,
	`by` text,
	`reason` text,
	`decision` text,
	`document` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `arrears_step_by_member` ON `arrears_step` (`member_id`,`on`);--> statement-breakpoint
CREATE TABLE `dues_basis` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`valid_from` text NOT NULL,
	`member_class` text NOT NULL,
	`grade` text,
	`pay` text NOT NULL,
	`note` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dues_basis_by_member` ON `dues_basis` (`member_id`,`valid_from`);--> statement-breakpoint
CREATE TABLE `dues_dispute` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`month` text NOT NULL,
	`payroll_list_id` text,
	`reason` text NOT NULL,
	`opened_on` text NOT NULL,
	`closed_on` text,
	`outcome` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payroll_list_id`) REFERENCES `payroll_list`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dues_dispute_by_member` ON `dues_dispute` (`member_id`,`month`);--> statement-breakpoint
CREATE TABLE `dues_exemption` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`from` text NOT NULL,
	`until` text,
	`reason` text NOT NULL,
	`decision` text,
	`decided_on` text,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `dues_exemption_by_member` ON `dues_exemption` (`member_id`,`from`);--> statement-breakpoint
CREATE INDEX `dues_exemption_by_end` ON `dues_exemption` (`until`) WHERE "until" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `dues_receipt` (
	`id` text PRIMARY KEY NOT NULL,
	`series` text NOT NULL,
	`number` integer NOT NULL,
	`entry_id` text NOT NULL,
	`member_id` text NOT NULL,
	`payer` text NOT NULL,
	`amount` integer NOT NULL,
	`method` text NOT NULL,
	`paid_on` text NOT NULL,
	`months` text NOT NULL,
	`issued_on` text NOT NULL,
	`issuer` text,
	`voided_on` text,
	`void_reason` text,
	FOREIGN KEY (`entry_id`) REFERENCES `dues_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `dues_receipt_by_number` ON `dues_receipt` (`series`,`number`);--> statement-breakpoint
CREATE INDEX `dues_receipt_by_entry` ON `dues_receipt` (`entry_id`);--> statement-breakpoint
CREATE INDEX `dues_receipt_by_member` ON `dues_receipt` (`member_id`);--> statement-breakpoint
CREATE TABLE `fund_attachment` (
	`id` text PRIMARY KEY NOT NULL,
	`fund_entry_id` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`content` blob NOT NULL,
	`added_at` text NOT NULL,
	FOREIGN KEY (`fund_entry_id`) REFERENCES `fund_entry`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_attachment_by_entry` ON `fund_attachment` (`fund_entry_id`);--> statement-breakpoint
CREATE TABLE `fund_budget` (
	`id` text PRIMARY KEY NOT NULL,
	`year` text NOT NULL,
	`account` text NOT NULL,
	`direction` text NOT NULL,
	`chart` text NOT NULL,
	`category` text NOT NULL,
	`subcategory` text,
	`amount` integer NOT NULL,
	`note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_budget_by_year` ON `fund_budget` (`year`,`account`);--> statement-breakpoint
CREATE TABLE `fund_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`account` text NOT NULL,
	`direction` text NOT NULL,
	`on` text NOT NULL,
	`amount` integer NOT NULL,
	`chart` text,
	`category` text,
	`subcategory` text,
	`voucher_number` integer NOT NULL,
	`summary` text NOT NULL,
	`counterpart` text,
	`activity_id` text,
	`form` text,
	`decision` text,
	`invoice` text,
	`sign_off` text,
	`over_limit_reason` text,
	`reverses_id` text,
	`batch_id` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`activity_id`) REFERENCES `activity`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `fund_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "fund_entry_sign" CHECK(CASE direction WHEN 'opening' THEN 1 WHEN 'income' THEN amount > 0 OR reverses_id IS NOT NULL
        WHEN 'spending' THEN amount > 0 OR reverses_id IS NOT NULL ELSE 0 END)
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_entry_by_day` ON `fund_entry` (`account`,`on`);--> statement-breakpoint
CREATE INDEX `fund_entry_by_category` ON `fund_entry` (`account`,`category`,`on`);--> statement-breakpoint
CREATE INDEX `fund_entry_by_activity` ON `fund_entry` (`activity_id`) WHERE activity_id IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `fund_entry_by_reversed` ON `fund_entry` (`reverses_id`) WHERE reverses_id IS NOT NULL;--> statement-breakpoint
CREATE TABLE `fund_share` (
	`id` text PRIMARY KEY NOT NULL,
	`fund_entry_id` text NOT NULL,
	`member_id` text NOT NULL,
	`item` text,
	`amount` integer NOT NULL,
	FOREIGN KEY (`fund_entry_id`) REFERENCES `fund_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `fund_share_by_entry` ON `fund_share` (`fund_entry_id`);--> statement-breakpoint
CREATE INDEX `fund_share_by_member` ON `fund_share` (`member_id`,`item`);--> statement-breakpoint
CREATE TABLE `fund_split_rule` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`shares` text NOT NULL,
	`own_level` text NOT NULL,
	`source` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `hand_over` (
	`id` text PRIMARY KEY NOT NULL,
	`collector` text NOT NULL,
	`declared_count` integer NOT NULL,
	`declared_total` integer NOT NULL,
	`received_on` text NOT NULL,
	`note` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `hand_over_draft` (
	`id` text PRIMARY KEY NOT NULL,
	`content` text NOT NULL,
	`updated_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `month_closing` (
	`id` text PRIMARY KEY NOT NULL,
	`month` text NOT NULL,
	`act` text NOT NULL,
	`dues_balance` integer NOT NULL,
	`funds_balance` integer NOT NULL,
	`reason` text,
	`recorded_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `month_closing_by_month` ON `month_closing` (`month`);--> statement-breakpoint
CREATE TABLE `payroll_import` (
	`id` text PRIMARY KEY NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`deducted_on` text NOT NULL,
	`stated` integer,
	`created_at` text NOT NULL,
	`posted_at` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `payroll_line` (
	`id` text PRIMARY KEY NOT NULL,
	`import_id` text NOT NULL,
	`sheet` text NOT NULL,
	`row` integer NOT NULL,
	`name` text,
	`staff_number` text,
	`id_number` text,
	`department` text,
	`amount` integer NOT NULL,
	`member_id` text,
	`matched_by` text,
	`decision` text,
	FOREIGN KEY (`import_id`) REFERENCES `payroll_import`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE set null
) STRICT;
--> statement-breakpoint
CREATE INDEX `payroll_line_by_import` ON `payroll_line` (`import_id`,`row`);--> statement-breakpoint
CREATE INDEX `payroll_line_by_member` ON `payroll_line` (`member_id`);--> statement-breakpoint
CREATE TABLE `payroll_list` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`from` text NOT NULL,
	`until` text NOT NULL,
	`deducted_on` text NOT NULL,
	`expected` integer NOT NULL,
	`deducted` integer NOT NULL,
	`stated` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `remittance` (
	`id` text PRIMARY KEY NOT NULL,
	`payroll_list_id` text NOT NULL,
	`amount` integer NOT NULL,
	`received_on` text NOT NULL,
	`reverses_id` text,
	`note` text,
	FOREIGN KEY (`payroll_list_id`) REFERENCES `payroll_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `remittance`(`id`) ON UPDATE no action ON DELETE no action
) STRICT;
--> statement-breakpoint
CREATE INDEX `remittance_by_list` ON `remittance` (`payroll_list_id`);--> statement-breakpoint
CREATE INDEX `remittance_by_day` ON `remittance` (`received_on`,`amount`);--> statement-breakpoint
CREATE TABLE `spending_limit` (
	`id` text PRIMARY KEY NOT NULL,
	`region` text NOT NULL,
	`item` text NOT NULL,
	`amount` integer NOT NULL,
	`per` text NOT NULL,
	`valid_from` text NOT NULL,
	`valid_until` text,
	`source` text,
	`note` text
) STRICT;
--> statement-breakpoint
CREATE INDEX `spending_limit_by_item` ON `spending_limit` (`item`,`valid_from`);--> statement-breakpoint
CREATE TABLE `__new_dues_entry` (
	`id` text PRIMARY KEY NOT NULL,
	`member_id` text NOT NULL,
	`kind` text NOT NULL,
	`amount` integer NOT NULL,
	`month` text,
	`rule_id` text,
	`method` text,
	`paid_on` text,
	`chosen_months` text,
	`booked_on` text,
	`payroll_list_id` text,
	`hand_over_id` text,
	`reverses_id` text,
	`batch_id` text NOT NULL,
	`note` text,
	`recorded_at` text NOT NULL,
	FOREIGN KEY (`member_id`) REFERENCES `member`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rule_id`) REFERENCES `dues_rule`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`payroll_list_id`) REFERENCES `payroll_list`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`hand_over_id`) REFERENCES `hand_over`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reverses_id`) REFERENCES `dues_entry`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`batch_id`) REFERENCES `batch`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "dues_entry_sign" CHECK(CASE kind WHEN 'charge' THEN amount >= 0 WHEN 'refund' THEN amount >= 0 WHEN 'payment' THEN amount <= 0
        WHEN 'waiver' THEN amount <= 0 WHEN 'reversal' THEN reverses_id IS NOT NULL ELSE 0 END)
) STRICT;
--> statement-breakpoint
INSERT INTO `__new_dues_entry`("id", "member_id", "kind", "amount", "month", "rule_id", "method", "paid_on", "reverses_id", "batch_id", "note", "recorded_at") SELECT "id", "member_id", "kind", "amount", "month", "rule_id", "method", "paid_on", "reverses_id", "batch_id", "note", "recorded_at" FROM `dues_entry` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `dues_entry`;--> statement-breakpoint
ALTER TABLE `__new_dues_entry` RENAME TO `dues_entry`;--> statement-breakpoint
CREATE INDEX `dues_entry_by_member` ON `dues_entry` (`member_id`,`month`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_month` ON `dues_entry` (`month`,`member_id`,`amount`);--> statement-breakpoint
CREATE INDEX `dues_entry_by_payment` ON `dues_entry` (`paid_on`,`kind`,`amount`) WHERE paid_on IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dues_entry_by_reversed` ON `dues_entry` (`reverses_id`) WHERE reverses_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dues_entry_by_payroll_list` ON `dues_entry` (`payroll_list_id`) WHERE payroll_list_id IS NOT NULL;--> statement-breakpoint
CREATE INDEX `dues_entry_by_hand_over` ON `dues_entry` (`hand_over_id`) WHERE hand_over_id IS NOT NULL;--> statement-breakpoint
ALTER TABLE `dues_rule` ADD `valid_until` text;--> statement-breakpoint
ALTER TABLE `dues_rule` ADD `decided_on` text;