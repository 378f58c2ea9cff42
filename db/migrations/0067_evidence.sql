CREATE TABLE "publisher_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"publisher" text NOT NULL,
	"text" text NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"address" text,
	"final_address" text,
	"status" integer,
	"request_headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"response_headers" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"redirects" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"file_name" text,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"whole_text" text DEFAULT '' NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_looks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"address" text NOT NULL,
	"begun_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"state" text,
	"fault" text,
	"snapshot_id" uuid,
	"asked_by" uuid,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "publisher_notes" ADD CONSTRAINT "publisher_notes_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publisher_notes" ADD CONSTRAINT "publisher_notes_written_by_members_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_taken_by_members_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_looks" ADD CONSTRAINT "source_looks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_looks" ADD CONSTRAINT "source_looks_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_looks" ADD CONSTRAINT "source_looks_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_looks" ADD CONSTRAINT "source_looks_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_looks" ADD CONSTRAINT "source_looks_confirmed_by_members_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publisher_notes_desk_id_publisher_written_at_index" ON "publisher_notes" USING btree ("desk_id","publisher","written_at");--> statement-breakpoint
CREATE INDEX "snapshots_source_id_taken_at_index" ON "snapshots" USING btree ("source_id","taken_at");--> statement-breakpoint
CREATE INDEX "snapshots_claim_id_index" ON "snapshots" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "snapshots_article_id_index" ON "snapshots" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "source_looks_source_id_begun_at_index" ON "source_looks" USING btree ("source_id","begun_at");--> statement-breakpoint
CREATE INDEX "source_looks_claim_id_index" ON "source_looks" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "source_looks_article_id_index" ON "source_looks" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "source_looks_one_open" ON "source_looks" USING btree ("source_id") WHERE "source_looks"."ended_at" is null;