CREATE TABLE "outside_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"feed_id" uuid,
	"key" text NOT NULL,
	"publisher" text NOT NULL,
	"statement" text NOT NULL,
	"rating" text NOT NULL,
	"address" text NOT NULL,
	"published_on" text NOT NULL,
	"language" text,
	"taken_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_checks_deskId_key_unique" UNIQUE("desk_id","key")
);
--> statement-breakpoint
CREATE TABLE "outside_feeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"address" text NOT NULL,
	"etag" text,
	"last_modified" text,
	"tried_at" timestamp (3) with time zone,
	"fetched_at" timestamp with time zone,
	"fault" text,
	"taken" integer DEFAULT 0 NOT NULL,
	"skipped" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "outside_feeds_deskId_address_unique" UNIQUE("desk_id","address")
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"address" text NOT NULL,
	"secret" text NOT NULL,
	"cursor" bigint NOT NULL,
	"taken_at" timestamp with time zone,
	"tries" integer DEFAULT 0 NOT NULL,
	"due_at" timestamp with time zone,
	"status" integer,
	"fault" text,
	"failing_since" timestamp with time zone,
	"told_at" timestamp with time zone,
	"pause" text,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outside_checks" ADD CONSTRAINT "outside_checks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_checks" ADD CONSTRAINT "outside_checks_feed_id_outside_feeds_id_fk" FOREIGN KEY ("feed_id") REFERENCES "public"."outside_feeds"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_feeds" ADD CONSTRAINT "outside_feeds_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_feeds" ADD CONSTRAINT "outside_feeds_added_by_members_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_added_by_members_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outside_checks_feed_id_index" ON "outside_checks" USING btree ("feed_id");--> statement-breakpoint
CREATE INDEX "outside_checks_words" ON "outside_checks" USING gin (to_tsvector('simple', search_fold("statement")));--> statement-breakpoint
CREATE INDEX "subscriptions_desk_id_index" ON "subscriptions" USING btree ("desk_id");