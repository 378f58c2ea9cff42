CREATE TABLE "assignments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid,
	"replaces" uuid,
	"assigned_to" uuid,
	"pool_reason" text,
	"assigned_by" uuid NOT NULL,
	"assigned_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone,
	"priority" text NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "assignments_replaces_unique" UNIQUE("replaces"),
	CONSTRAINT "assignments_pool_has_reason" CHECK (("assignments"."assigned_to" is null) = ("assignments"."pool_reason" is not null))
);
--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_replaces_assignments_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."assignments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_to_members_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assigned_by_members_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_first_of_claim" ON "assignments" USING btree ("claim_id") WHERE "assignments"."replaces" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "assignments_first_of_article" ON "assignments" USING btree ("article_id") WHERE "assignments"."replaces" is null and "assignments"."claim_id" is null;--> statement-breakpoint
CREATE INDEX "assignments_article_id_index" ON "assignments" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "assignments_claim_id_index" ON "assignments" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "assignments_assigned_to_index" ON "assignments" USING btree ("assigned_to");--> statement-breakpoint
CREATE INDEX "assignments_pooled" ON "assignments" USING btree ("desk_id") WHERE "assignments"."assigned_to" is null;--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON assignments FOR EACH ROW EXECUTE FUNCTION refuse_change();
