DROP INDEX `participation_by_attendance`;--> statement-breakpoint
CREATE INDEX `participation_by_attendance` ON `participation` (`activity_id`,`attendance`,`member_id`);