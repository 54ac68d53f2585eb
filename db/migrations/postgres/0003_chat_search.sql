CREATE TABLE "unindexed_messages" (
	"search_no" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "search_no" bigint;--> statement-breakpoint
CREATE UNIQUE INDEX "messages_search" ON "messages" USING btree ("search_no");