DROP INDEX `promotions_starts`;--> statement-breakpoint
DROP INDEX `promotions_ends`;--> statement-breakpoint
DROP INDEX `promotions_category`;--> statement-breakpoint
ALTER TABLE `promotions` ADD `search_fold` text NOT NULL;--> statement-breakpoint
ALTER TABLE `promotions` ADD `starts_key` text GENERATED ALWAYS AS (coalesce("starts_on", '0000-01-01')) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `promotions` ADD `ends_key` text GENERATED ALWAYS AS (coalesce("ends_on", '9999-12-31')) VIRTUAL NOT NULL;--> statement-breakpoint
ALTER TABLE `promotions` ADD `field_versions` text NOT NULL;--> statement-breakpoint
CREATE INDEX `promotions_starts` ON `promotions` (`removed_at`,`starts_key`,`id`);--> statement-breakpoint
CREATE INDEX `promotions_ends` ON `promotions` (`removed_at`,`ends_key`,`id`);--> statement-breakpoint
CREATE INDEX `promotions_category` ON `promotions` (`removed_at`,`category`,`ends_key`,`id`);