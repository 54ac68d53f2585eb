ALTER TABLE `files` ADD `removed_at` integer;--> statement-breakpoint
ALTER TABLE `saved_views` ADD `removed_at` integer;