CREATE TABLE "redacted_versions" (
	"redaction_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"entry" bigint,
	CONSTRAINT "redacted_versions_redaction_id_publication_id_pk" PRIMARY KEY("redaction_id","publication_id")
);
--> statement-breakpoint
CREATE TABLE "redactions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"words" text[] NOT NULL,
	"law" text NOT NULL,
	"court" text NOT NULL,
	"number" text NOT NULL,
	"note" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp (3) with time zone,
	"dropped_by" uuid,
	"dropped_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "redacted_versions" ADD CONSTRAINT "redacted_versions_redaction_id_redactions_id_fk" FOREIGN KEY ("redaction_id") REFERENCES "public"."redactions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redacted_versions" ADD CONSTRAINT "redacted_versions_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_confirmed_by_members_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "redactions" ADD CONSTRAINT "redactions_dropped_by_members_id_fk" FOREIGN KEY ("dropped_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "redacted_versions_publication_id_index" ON "redacted_versions" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "redactions_desk_id_index" ON "redactions" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "redactions_article_id_index" ON "redactions" USING btree ("article_id");