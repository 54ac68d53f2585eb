ALTER TABLE `reminder_people` ADD `via_team` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `reminders` ADD `field_versions` text NOT NULL;