CREATE TABLE `notification_preferences` (
	`user_id` text PRIMARY KEY NOT NULL,
	`off_kinds` text NOT NULL,
	`has_work_hours` integer NOT NULL,
	`work_days` text NOT NULL,
	`work_from_minute` integer NOT NULL,
	`work_to_minute` integer NOT NULL,
	`quiet_until` integer,
	`summary_minute` integer,
	`summary_at` integer,
	`version` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `notification_preferences_summary` ON `notification_preferences` (`summary_at`);--> statement-breakpoint
CREATE TABLE `push_outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`subscription_id` text NOT NULL,
	`payload` text NOT NULL,
	`attempts` integer NOT NULL,
	`send_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`subscription_id`) REFERENCES `push_subscriptions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `push_outbox_due` ON `push_outbox` (`send_at`);--> statement-breakpoint
CREATE INDEX `push_outbox_subscription` ON `push_outbox` (`subscription_id`);--> statement-breakpoint
CREATE TABLE `push_subscriptions` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`session_id` text NOT NULL,
	`endpoint` text NOT NULL,
	`public_key` text NOT NULL,
	`auth_secret` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`session_id`) REFERENCES `sessions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `push_subscriptions_endpoint` ON `push_subscriptions` (`endpoint`);--> statement-breakpoint
CREATE INDEX `push_subscriptions_user` ON `push_subscriptions` (`user_id`);--> statement-breakpoint
CREATE INDEX `push_subscriptions_session` ON `push_subscriptions` (`session_id`);--> statement-breakpoint
CREATE TABLE `task_unseen` (
	`user_id` text NOT NULL,
	`task_id` text NOT NULL,
	`since` integer NOT NULL,
	PRIMARY KEY(`user_id`, `task_id`),
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_unseen_newest` ON `task_unseen` (`user_id`,`since`,`task_id`);--> statement-breakpoint
CREATE INDEX `task_unseen_task` ON `task_unseen` (`task_id`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`screen` text NOT NULL,
	`owner_id` text NOT NULL,
	`is_shared` integer NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `saved_views_owner` ON `saved_views` (`owner_id`,`screen`,`name`,`id`);--> statement-breakpoint
CREATE INDEX `saved_views_shared` ON `saved_views` (`screen`,`is_shared`,`name`,`id`);--> statement-breakpoint
ALTER TABLE `messages` ADD `is_urgent` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `notifications` ADD `snoozed_until` integer;--> statement-breakpoint
CREATE INDEX `notifications_snoozed` ON `notifications` (`snoozed_until`);--> statement-breakpoint
CREATE INDEX `notifications_created` ON `notifications` (`created_at`);--> statement-breakpoint
ALTER TABLE `promotions` ADD `result_note` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `promotions` ADD `search_key` text;--> statement-breakpoint
ALTER TABLE `promotions` ADD `removed_by_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `reminders` ADD `warn_minutes` integer;--> statement-breakpoint
ALTER TABLE `reminders` ADD `warn_at` integer;--> statement-breakpoint
ALTER TABLE `reminders` ADD `search_key` text;--> statement-breakpoint
ALTER TABLE `reminders` ADD `removed_by_id` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `reminders_warn` ON `reminders` (`warn_at`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `repeat` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `repeat_from` text DEFAULT 'due' NOT NULL;--> statement-breakpoint
ALTER TABLE `tasks` ADD `search_key` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `removed_by_id` text REFERENCES people(id);