CREATE TABLE `audit` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`label` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`line` text NOT NULL,
	`prev_hash` text NOT NULL,
	`hash` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_actor` ON `audit` (`actor_id`,`seq`);--> statement-breakpoint
CREATE INDEX `audit_subject` ON `audit` (`subject_kind`,`subject_id`,`seq`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`no` integer NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`reply_to_id` text,
	`mention_ids` text NOT NULL,
	`reactions` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`edited_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_room_no` ON `messages` (`room_id`,`no`);--> statement-breakpoint
CREATE TABLE `reads` (
	`room_id` text NOT NULL,
	`user_id` text NOT NULL,
	`up_to_no` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `user_id`, `up_to_no`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `room_members` (
	`room_id` text NOT NULL,
	`user_id` text NOT NULL,
	`is_manager` integer NOT NULL,
	`joined_no` integer NOT NULL,
	`read_no` integer NOT NULL,
	`unread_from_no` integer,
	`is_muted` integer NOT NULL,
	`is_pinned` integer NOT NULL,
	`joined_at` integer NOT NULL,
	PRIMARY KEY(`room_id`, `user_id`),
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `room_members_user` ON `room_members` (`user_id`,`room_id`);--> statement-breakpoint
CREATE TABLE `rooms` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`title` text,
	`team_id` text,
	`direct_key` text,
	`last_no` integer NOT NULL,
	`last_message_id` text,
	`version` integer NOT NULL,
	`created_by_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`active_at` integer NOT NULL,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rooms_direct` ON `rooms` (`direct_key`);--> statement-breakpoint
CREATE INDEX `rooms_team` ON `rooms` (`team_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`feature` text NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`version` integer NOT NULL,
	`audience` text NOT NULL,
	`payload` text,
	`mutation_id` text,
	`actor_id` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `events_at` ON `events` (`at`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size_bytes` integer NOT NULL,
	`owner_id` text NOT NULL,
	`subject_kind` text,
	`subject_id` text,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `files_hash` ON `files` (`hash`);--> statement-breakpoint
CREATE INDEX `files_subject` ON `files` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE TABLE `meta` (
	`key` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `notifications` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_id` text,
	`facts` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`read_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notifications_user` ON `notifications` (`user_id`,`read_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`status` text NOT NULL,
	`team_id` text,
	`locale` text NOT NULL,
	`theme` text NOT NULL,
	`password_hash` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`deactivated_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_username` ON `people` (`username`);--> statement-breakpoint
CREATE INDEX `people_name` ON `people` (`name`,`id`);--> statement-breakpoint
CREATE INDEX `people_team` ON `people` (`team_id`);--> statement-breakpoint
CREATE INDEX `people_role` ON `people` (`role`,`status`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_name` ON `teams` (`name`);--> statement-breakpoint
CREATE TABLE `promotion_channels` (
	`promotion_id` text NOT NULL,
	`channel` text NOT NULL,
	PRIMARY KEY(`promotion_id`, `channel`),
	FOREIGN KEY (`promotion_id`) REFERENCES `promotions`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `promotion_channels_channel` ON `promotion_channels` (`channel`,`promotion_id`);--> statement-breakpoint
CREATE TABLE `promotions` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`search_fold` text NOT NULL,
	`category` text NOT NULL,
	`channels` text NOT NULL,
	`starts_on` text,
	`ends_on` text,
	`starts_key` text GENERATED ALWAYS AS (coalesce("starts_on", '0000-01-01')) VIRTUAL NOT NULL,
	`ends_key` text GENERATED ALWAYS AS (coalesce("ends_on", '9999-12-31')) VIRTUAL NOT NULL,
	`owner_id` text NOT NULL,
	`creator_id` text NOT NULL,
	`stopped_at` integer,
	`version` integer NOT NULL,
	`field_versions` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `promotions_starts` ON `promotions` (`removed_at`,`starts_key`,`id`);--> statement-breakpoint
CREATE INDEX `promotions_ends` ON `promotions` (`removed_at`,`ends_key`,`id`);--> statement-breakpoint
CREATE INDEX `promotions_category` ON `promotions` (`removed_at`,`category`,`ends_key`,`id`);--> statement-breakpoint
CREATE TABLE `reminder_people` (
	`reminder_id` text NOT NULL,
	`user_id` text NOT NULL,
	`via_team` integer NOT NULL,
	`snoozed_until` integer,
	PRIMARY KEY(`reminder_id`, `user_id`),
	FOREIGN KEY (`reminder_id`) REFERENCES `reminders`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminder_people_user` ON `reminder_people` (`user_id`,`reminder_id`);--> statement-breakpoint
CREATE INDEX `reminder_people_snoozed` ON `reminder_people` (`snoozed_until`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`due_at` integer NOT NULL,
	`repeat` text,
	`subject_kind` text,
	`subject_id` text,
	`owner_id` text NOT NULL,
	`for_user_ids` text NOT NULL,
	`for_team_id` text,
	`state` text NOT NULL,
	`fired_at` integer,
	`done_by_id` text,
	`done_at` integer,
	`version` integer NOT NULL,
	`field_versions` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`removed_at` integer,
	FOREIGN KEY (`owner_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`for_team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`done_by_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reminders_due` ON `reminders` (`state`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_owner` ON `reminders` (`owner_id`,`removed_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `reminders_team` ON `reminders` (`for_team_id`,`removed_at`,`due_at`);--> statement-breakpoint
CREATE TABLE `budgets` (
	`key` text PRIMARY KEY NOT NULL,
	`used` integer NOT NULL,
	`resets_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `budgets_reset` ON `budgets` (`resets_at`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`user_agent` text NOT NULL,
	`address` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_person` ON `sessions` (`person_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `sessions_expiry` ON `sessions` (`expires_at`);--> statement-breakpoint
CREATE TABLE `tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`secret_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tokens_secret` ON `tokens` (`secret_hash`);--> statement-breakpoint
CREATE INDEX `tokens_person` ON `tokens` (`person_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `task_activity` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`actor_id` text NOT NULL,
	`field` text NOT NULL,
	`before` text,
	`after` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`actor_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_activity_task` ON `task_activity` (`task_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `task_checklist` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`title` text NOT NULL,
	`is_done` integer NOT NULL,
	`position` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_checklist_task` ON `task_checklist` (`task_id`,`position`,`id`);--> statement-breakpoint
CREATE TABLE `task_comments` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`author_id` text NOT NULL,
	`body` text NOT NULL,
	`version` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`author_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_comments_task` ON `task_comments` (`task_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `task_labels` (
	`task_id` text NOT NULL,
	`label` text NOT NULL,
	PRIMARY KEY(`task_id`, `label`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `task_labels_label` ON `task_labels` (`label`,`task_id`);--> statement-breakpoint
CREATE TABLE `task_watchers` (
	`task_id` text NOT NULL,
	`user_id` text NOT NULL,
	PRIMARY KEY(`task_id`, `user_id`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `task_watchers_user` ON `task_watchers` (`user_id`,`task_id`);--> statement-breakpoint
CREATE TABLE `tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`title_fold` text NOT NULL,
	`description` text NOT NULL,
	`status` text NOT NULL,
	`priority` text NOT NULL,
	`team_id` text NOT NULL,
	`assignee_id` text,
	`creator_id` text NOT NULL,
	`watcher_ids` text NOT NULL,
	`labels` text NOT NULL,
	`due_on` text,
	`due_at` integer,
	`due_by` integer NOT NULL,
	`rank` text NOT NULL,
	`comment_count` integer NOT NULL,
	`checklist_total` integer NOT NULL,
	`checklist_done` integer NOT NULL,
	`version` integer NOT NULL,
	`field_versions` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`done_at` integer,
	`removed_at` integer,
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`assignee_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`creator_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tasks_team` ON `tasks` (`team_id`,`removed_at`,`rank`);--> statement-breakpoint
CREATE INDEX `tasks_assignee` ON `tasks` (`assignee_id`,`removed_at`,`status`);--> statement-breakpoint
CREATE INDEX `tasks_creator` ON `tasks` (`creator_id`,`removed_at`);--> statement-breakpoint
CREATE INDEX `tasks_rank` ON `tasks` (`removed_at`,`rank`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_due` ON `tasks` (`removed_at`,`due_by`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_updated` ON `tasks` (`removed_at`,`updated_at`,`id`);--> statement-breakpoint
CREATE INDEX `tasks_created` ON `tasks` (`removed_at`,`created_at`,`id`);