CREATE TABLE "openings" (
	"submission_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "openings_submission_id_member_id_pk" PRIMARY KEY("submission_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"member_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thing_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"before" timestamp with time zone,
	CONSTRAINT "visits_member_id_kind_thing_id_pk" PRIMARY KEY("member_id","kind","thing_id")
);
--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "openings" ADD CONSTRAINT "openings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "openings_member_id_index" ON "openings" USING btree ("member_id");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON openings FOR EACH ROW EXECUTE FUNCTION refuse_change();
