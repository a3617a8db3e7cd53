ALTER TABLE `hardship_assessment` ADD `is_stricken` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `standard` text;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `deep_percent` integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `relative_percent` integer DEFAULT 200 NOT NULL;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `accident_percent` integer DEFAULT 80 NOT NULL;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `party_opinion` text;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `party_opinion_on` text;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `upper_opinion` text;--> statement-breakpoint
ALTER TABLE `hardship_assessment` ADD `upper_opinion_on` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `intake` text DEFAULT 'new' NOT NULL;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `subsistence` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `medical_insurance` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `monthly_income` integer;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `other_income` integer;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `floor_area` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `postcode` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `other_contact` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `employer_state` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `is_single_parent` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `can_self_help` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `is_zero_employment` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `lives_in_town` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `employed_since` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `bank_branch` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `filed_by` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `checked_by` text;--> statement-breakpoint
ALTER TABLE `hardship_file` ADD `entered_by` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `gender` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `ethnicity` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `political_status` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `model_worker` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `medical_insurance` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `marital_status` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `household_type` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `phone` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `education` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `enrolled_in` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `school_years` integer;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `employer_nature` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `employer_state` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `industry` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `work_state` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `contract_from` text;--> statement-breakpoint
ALTER TABLE `hardship_person` ADD `contract_term` text;