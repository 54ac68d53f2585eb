CREATE TABLE "audit" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text COLLATE "C",
	"label" text COLLATE "C" NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"line" text COLLATE "C" NOT NULL,
	"prev_hash" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"room_id" text COLLATE "C" NOT NULL,
	"no" bigint NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"reply_to_id" text COLLATE "C",
	"mention_ids" jsonb NOT NULL,
	"reactions" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"edited_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reads" (
	"room_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"up_to_no" bigint NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "reads_room_id_user_id_up_to_no_pk" PRIMARY KEY("room_id","user_id","up_to_no")
);
--> statement-breakpoint
CREATE TABLE "room_members" (
	"room_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"is_manager" boolean NOT NULL,
	"joined_no" bigint NOT NULL,
	"read_no" bigint NOT NULL,
	"unread_from_no" bigint,
	"is_muted" boolean NOT NULL,
	"is_pinned" boolean NOT NULL,
	"joined_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "room_members_room_id_user_id_pk" PRIMARY KEY("room_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "rooms" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C",
	"team_id" text COLLATE "C",
	"direct_key" text COLLATE "C",
	"last_no" bigint NOT NULL,
	"last_message_id" text COLLATE "C",
	"version" bigint NOT NULL,
	"created_by_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"active_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"feature" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"audience" jsonb NOT NULL,
	"payload" text COLLATE "C",
	"mutation_id" text COLLATE "C",
	"actor_id" text COLLATE "C",
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"type" text COLLATE "C" NOT NULL,
	"size_bytes" bigint NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"subject_kind" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "meta" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"subject_kind" text COLLATE "C" NOT NULL,
	"subject_id" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C",
	"facts" jsonb NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"username" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C",
	"locale" text COLLATE "C" NOT NULL,
	"theme" text COLLATE "C" NOT NULL,
	"password_hash" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"deactivated_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promotion_channels" (
	"promotion_id" text COLLATE "C" NOT NULL,
	"channel" text COLLATE "C" NOT NULL,
	CONSTRAINT "promotion_channels_promotion_id_channel_pk" PRIMARY KEY("promotion_id","channel")
);
--> statement-breakpoint
CREATE TABLE "promotions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"search_fold" text COLLATE "C" NOT NULL,
	"category" text COLLATE "C" NOT NULL,
	"channels" jsonb NOT NULL,
	"starts_on" text COLLATE "C",
	"ends_on" text COLLATE "C",
	"starts_key" text COLLATE "C" GENERATED ALWAYS AS (coalesce("starts_on", '0000-01-01')) STORED NOT NULL,
	"ends_key" text COLLATE "C" GENERATED ALWAYS AS (coalesce("ends_on", '9999-12-31')) STORED NOT NULL,
	"owner_id" text COLLATE "C" NOT NULL,
	"creator_id" text COLLATE "C" NOT NULL,
	"stopped_at" timestamp (3) with time zone,
	"version" bigint NOT NULL,
	"field_versions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reminder_people" (
	"reminder_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	"via_team" boolean NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	CONSTRAINT "reminder_people_reminder_id_user_id_pk" PRIMARY KEY("reminder_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"repeat" text COLLATE "C",
	"subject_kind" text COLLATE "C",
	"subject_id" text COLLATE "C",
	"owner_id" text COLLATE "C" NOT NULL,
	"for_user_ids" jsonb NOT NULL,
	"for_team_id" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"fired_at" timestamp (3) with time zone,
	"done_by_id" text COLLATE "C",
	"done_at" timestamp (3) with time zone,
	"version" bigint NOT NULL,
	"field_versions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "budgets" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"used" bigint NOT NULL,
	"resets_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"user_agent" text COLLATE "C" NOT NULL,
	"address" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tokens" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"person_id" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"secret_hash" text COLLATE "C" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"last_used_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "task_activity" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"actor_id" text COLLATE "C" NOT NULL,
	"field" text COLLATE "C" NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_checklist" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"is_done" boolean NOT NULL,
	"position" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_comments" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"task_id" text COLLATE "C" NOT NULL,
	"author_id" text COLLATE "C" NOT NULL,
	"body" text COLLATE "C" NOT NULL,
	"version" bigint NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "task_labels" (
	"task_id" text COLLATE "C" NOT NULL,
	"label" text COLLATE "C" NOT NULL,
	CONSTRAINT "task_labels_task_id_label_pk" PRIMARY KEY("task_id","label")
);
--> statement-breakpoint
CREATE TABLE "task_watchers" (
	"task_id" text COLLATE "C" NOT NULL,
	"user_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "task_watchers_task_id_user_id_pk" PRIMARY KEY("task_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"title_fold" text COLLATE "C" NOT NULL,
	"description" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"priority" text COLLATE "C" NOT NULL,
	"team_id" text COLLATE "C" NOT NULL,
	"assignee_id" text COLLATE "C",
	"creator_id" text COLLATE "C" NOT NULL,
	"watcher_ids" jsonb NOT NULL,
	"labels" jsonb NOT NULL,
	"due_on" text COLLATE "C",
	"due_at" timestamp (3) with time zone,
	"due_by" timestamp (3) with time zone NOT NULL,
	"rank" text COLLATE "C" NOT NULL,
	"comment_count" bigint NOT NULL,
	"checklist_total" bigint NOT NULL,
	"checklist_done" bigint NOT NULL,
	"version" bigint NOT NULL,
	"field_versions" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reads" ADD CONSTRAINT "reads_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_members" ADD CONSTRAINT "room_members_room_id_rooms_id_fk" FOREIGN KEY ("room_id") REFERENCES "public"."rooms"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_members" ADD CONSTRAINT "room_members_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_created_by_id_people_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_channels" ADD CONSTRAINT "promotion_channels_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotions" ADD CONSTRAINT "promotions_creator_id_people_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_people" ADD CONSTRAINT "reminder_people_reminder_id_reminders_id_fk" FOREIGN KEY ("reminder_id") REFERENCES "public"."reminders"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_people" ADD CONSTRAINT "reminder_people_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_owner_id_people_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_for_team_id_teams_id_fk" FOREIGN KEY ("for_team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_done_by_id_people_id_fk" FOREIGN KEY ("done_by_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_activity" ADD CONSTRAINT "task_activity_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_activity" ADD CONSTRAINT "task_activity_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_checklist" ADD CONSTRAINT "task_checklist_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_comments" ADD CONSTRAINT "task_comments_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_comments" ADD CONSTRAINT "task_comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_labels" ADD CONSTRAINT "task_labels_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_watchers" ADD CONSTRAINT "task_watchers_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_watchers" ADD CONSTRAINT "task_watchers_user_id_people_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_people_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_creator_id_people_id_fk" FOREIGN KEY ("creator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at","seq");--> statement-breakpoint
CREATE INDEX "audit_actor" ON "audit" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "audit" USING btree ("subject_kind","subject_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_room_no" ON "messages" USING btree ("room_id","no");--> statement-breakpoint
CREATE INDEX "room_members_user" ON "room_members" USING btree ("user_id","room_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rooms_direct" ON "rooms" USING btree ("direct_key");--> statement-breakpoint
CREATE INDEX "rooms_team" ON "rooms" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("at");--> statement-breakpoint
CREATE INDEX "files_hash" ON "files" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "files_subject" ON "files" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "notifications_user" ON "notifications" USING btree ("user_id","read_at","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "people_username" ON "people" USING btree ("username");--> statement-breakpoint
CREATE INDEX "people_name" ON "people" USING btree ("name","id");--> statement-breakpoint
CREATE INDEX "people_team" ON "people" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "people_role" ON "people" USING btree ("role","status");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_name" ON "teams" USING btree ("name");--> statement-breakpoint
CREATE INDEX "promotion_channels_channel" ON "promotion_channels" USING btree ("channel","promotion_id");--> statement-breakpoint
CREATE INDEX "promotions_starts" ON "promotions" USING btree ("removed_at","starts_key","id");--> statement-breakpoint
CREATE INDEX "promotions_ends" ON "promotions" USING btree ("removed_at","ends_key","id");--> statement-breakpoint
CREATE INDEX "promotions_category" ON "promotions" USING btree ("removed_at","category","ends_key","id");--> statement-breakpoint
CREATE INDEX "reminder_people_user" ON "reminder_people" USING btree ("user_id","reminder_id");--> statement-breakpoint
CREATE INDEX "reminder_people_snoozed" ON "reminder_people" USING btree ("snoozed_until");--> statement-breakpoint
CREATE INDEX "reminders_due" ON "reminders" USING btree ("state","due_at");--> statement-breakpoint
CREATE INDEX "reminders_owner" ON "reminders" USING btree ("owner_id","removed_at","due_at");--> statement-breakpoint
CREATE INDEX "reminders_team" ON "reminders" USING btree ("for_team_id","removed_at","due_at");--> statement-breakpoint
CREATE INDEX "budgets_reset" ON "budgets" USING btree ("resets_at");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "sessions_expiry" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "tokens_secret" ON "tokens" USING btree ("secret_hash");--> statement-breakpoint
CREATE INDEX "tokens_person" ON "tokens" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "task_activity_task" ON "task_activity" USING btree ("task_id","at","id");--> statement-breakpoint
CREATE INDEX "task_checklist_task" ON "task_checklist" USING btree ("task_id","position","id");--> statement-breakpoint
CREATE INDEX "task_comments_task" ON "task_comments" USING btree ("task_id","created_at","id");--> statement-breakpoint
CREATE INDEX "task_labels_label" ON "task_labels" USING btree ("label","task_id");--> statement-breakpoint
CREATE INDEX "task_watchers_user" ON "task_watchers" USING btree ("user_id","task_id");--> statement-breakpoint
CREATE INDEX "tasks_team" ON "tasks" USING btree ("team_id","removed_at","rank");--> statement-breakpoint
CREATE INDEX "tasks_assignee" ON "tasks" USING btree ("assignee_id","removed_at","status");--> statement-breakpoint
CREATE INDEX "tasks_creator" ON "tasks" USING btree ("creator_id","removed_at");--> statement-breakpoint
CREATE INDEX "tasks_rank" ON "tasks" USING btree ("removed_at","rank","id");--> statement-breakpoint
CREATE INDEX "tasks_due" ON "tasks" USING btree ("removed_at","due_by","id");--> statement-breakpoint
CREATE INDEX "tasks_updated" ON "tasks" USING btree ("removed_at","updated_at","id");--> statement-breakpoint
CREATE INDEX "tasks_created" ON "tasks" USING btree ("removed_at","created_at","id");