ALTER TABLE `files` ADD `removed_at` integer;--> statement-breakpoint
CREATE INDEX `files_removed` ON `files` (`removed_at`);--> statement-breakpoint
ALTER TABLE `saved_views` ADD `removed_at` integer;--> statement-breakpoint
CREATE INDEX `saved_views_removed` ON `saved_views` (`removed_at`);