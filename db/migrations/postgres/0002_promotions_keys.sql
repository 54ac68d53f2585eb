DROP INDEX "promotions_starts";--> statement-breakpoint
DROP INDEX "promotions_ends";--> statement-breakpoint
DROP INDEX "promotions_category";--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "search_fold" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "starts_key" text COLLATE "C" GENERATED ALWAYS AS (coalesce("starts_on", '0000-01-01')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "ends_key" text COLLATE "C" GENERATED ALWAYS AS (coalesce("ends_on", '9999-12-31')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "promotions" ADD COLUMN "field_versions" jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "promotions_starts" ON "promotions" USING btree ("removed_at","starts_key","id");--> statement-breakpoint
CREATE INDEX "promotions_ends" ON "promotions" USING btree ("removed_at","ends_key","id");--> statement-breakpoint
CREATE INDEX "promotions_category" ON "promotions" USING btree ("removed_at","category","ends_key","id");