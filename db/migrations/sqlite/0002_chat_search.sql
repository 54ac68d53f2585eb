CREATE TABLE `unindexed_messages` (
	`search_no` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE `messages` ADD `search_no` integer;--> statement-breakpoint
CREATE UNIQUE INDEX `messages_search` ON `messages` (`search_no`);