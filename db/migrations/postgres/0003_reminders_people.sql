ALTER TABLE "reminder_people" ADD COLUMN "via_team" boolean NOT NULL;--> statement-breakpoint
ALTER TABLE "reminders" ADD COLUMN "field_versions" jsonb NOT NULL;