CREATE TABLE "release_outcomes" (
	"release_id" uuid PRIMARY KEY NOT NULL,
	"end" text NOT NULL,
	"member_id" uuid,
	"note" text NOT NULL,
	"refusal" jsonb,
	"ended_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"submission_id" uuid NOT NULL,
	"publish_at" timestamp with time zone NOT NULL,
	"editor_id" uuid NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	CONSTRAINT "releases_submissionId_unique" UNIQUE("submission_id")
);
--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "returns_needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "approvals_needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "returns_needed" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "release_outcomes" ADD CONSTRAINT "release_outcomes_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_outcomes" ADD CONSTRAINT "release_outcomes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "releases" ADD CONSTRAINT "releases_editor_id_members_id_fk" FOREIGN KEY ("editor_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "releases_publish_at_index" ON "releases" USING btree ("publish_at");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON release_outcomes FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- What waits now keeps the rule that its desk has; a submission keeps its words, and this changes none of them.
SELECT set_config('proofroom.may_remove', 'on', true);--> statement-breakpoint
UPDATE "submissions" SET "approvals_needed" = "desks"."approvals_needed" FROM "desks" WHERE "desks"."id" = "submissions"."desk_id";--> statement-breakpoint
SELECT set_config('proofroom.may_remove', '', true);
