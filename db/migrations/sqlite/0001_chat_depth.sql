CREATE TABLE `drafts` (
	`user_id` text NOT NULL,
	`room_id` text NOT NULL,
	`body` text NOT NULL,
	`reply_to_id` text,
	`version` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `room_id`),
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `message_edits` (
	`message_id` text NOT NULL,
	`version` integer NOT NULL,
	`body` text NOT NULL,
	`replaced_at` integer NOT NULL,
	PRIMARY KEY(`message_id`, `version`),
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `saved_messages` (
	`user_id` text NOT NULL,
	`message_id` text NOT NULL,
	`saved_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `message_id`),
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `saved_messages_newest` ON `saved_messages` (`user_id`,`saved_at`);--> statement-breakpoint
CREATE TABLE `scheduled_messages` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`reply_to_id` text,
	`mention_ids` text NOT NULL,
	`mentions_all` integer NOT NULL,
	`send_at` integer NOT NULL,
	`failure` text,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `scheduled_messages_due` ON `scheduled_messages` (`failure`,`send_at`,`id`);--> statement-breakpoint
CREATE INDEX `scheduled_messages_author` ON `scheduled_messages` (`author_id`,`send_at`,`id`);--> statement-breakpoint
CREATE TABLE `task_links` (
	`task_id` text NOT NULL,
	`kind` text NOT NULL,
	`target_id` text NOT NULL,
	PRIMARY KEY(`task_id`, `kind`, `target_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_links_target` ON `task_links` (`kind`,`target_id`);--> statement-breakpoint
DROP INDEX `files_subject`;--> statement-breakpoint
ALTER TABLE `files` ADD `width` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `height` integer;--> statement-breakpoint
ALTER TABLE `files` ADD `thumbnail_hash` text;--> statement-breakpoint
CREATE INDEX `files_thumbnail` ON `files` (`thumbnail_hash`);--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject_kind`,`subject_id`,`created_at`);--> statement-breakpoint
ALTER TABLE `messages` ADD `mentions_all` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `files` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `messages` ADD `forwarded_from_id` text REFERENCES people(id);--> statement-breakpoint
ALTER TABLE `messages` ADD `pinned_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `pinned_by_id` text REFERENCES people(id);--> statement-breakpoint
CREATE INDEX `messages_room_created` ON `messages` (`room_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_pinned` ON `messages` (`room_id`,`pinned_at`) WHERE "messages"."pinned_at" is not null;--> statement-breakpoint
ALTER TABLE `room_members` ADD `sees_from_no` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `room_members` ADD `notify` text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE `rooms` ADD `description` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `picture_id` text;--> statement-breakpoint
ALTER TABLE `rooms` ADD `history` text DEFAULT 'all' NOT NULL;--> statement-breakpoint
ALTER TABLE `rooms` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `people` ADD `enter_sends` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `people` ADD `has_sound` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `task_comments` ADD `mention_ids` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `task_comments` ADD `files` text DEFAULT '[]' NOT NULL;