ALTER TABLE "files" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "saved_views" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "files_removed" ON "files" USING btree ("removed_at");--> statement-breakpoint
CREATE INDEX "saved_views_removed" ON "saved_views" USING btree ("removed_at");