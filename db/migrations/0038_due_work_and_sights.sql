CREATE TABLE "sights" (
	"submission_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sights_submission_id_member_id_pk" PRIMARY KEY("submission_id","member_id")
);
--> statement-breakpoint
ALTER TABLE "sights" ADD CONSTRAINT "sights_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sights" ADD CONSTRAINT "sights_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assignments_due" ON "assignments" USING btree ("desk_id","due_at") WHERE "assignments"."due_at" is not null;--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON sights FOR EACH ROW EXECUTE FUNCTION refuse_change();
