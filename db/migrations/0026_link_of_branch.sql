ALTER TABLE `enrolment` ADD `send_again_from` integer;--> statement-breakpoint
CREATE INDEX `receipt_by_result` ON `receipt` (`result`);