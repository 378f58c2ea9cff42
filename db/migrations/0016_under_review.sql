CREATE TABLE "under_review" (
	"id" uuid PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"editor_id" uuid NOT NULL,
	"line" text NOT NULL,
	"put_at" timestamp with time zone NOT NULL,
	CONSTRAINT "under_review_publicationId_unique" UNIQUE("publication_id")
);
--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "reason" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "under_review" ADD CONSTRAINT "under_review_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "under_review" ADD CONSTRAINT "under_review_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "under_review" ADD CONSTRAINT "under_review_editor_id_members_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "under_review_desk_id_index" ON "under_review" USING btree ("desk_id");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON under_review FOR EACH ROW EXECUTE FUNCTION refuse_change();
