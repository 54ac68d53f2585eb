CREATE INDEX `saved_messages_message` ON `saved_messages` (`message_id`);--> statement-breakpoint
CREATE INDEX `notifications_newest` ON `notifications` (`user_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `notifications_subject` ON `notifications` (`subject_kind`,`subject_id`);