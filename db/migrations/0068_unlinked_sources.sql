CREATE TABLE "source_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"source_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL,
	"is_sealed" boolean NOT NULL,
	"content" "bytea" NOT NULL,
	"file" "bytea"
);
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "way" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "terms" text;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "who" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "role" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "is_confidential" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "source_notes" ADD CONSTRAINT "source_notes_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_notes" ADD CONSTRAINT "source_notes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "source_notes" ADD CONSTRAINT "source_notes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "source_notes_source_id_index" ON "source_notes" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "source_notes_article_id_index" ON "source_notes" USING btree ("article_id");