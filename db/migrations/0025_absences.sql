CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"back_on" date,
	"said_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "hours_to_check" integer;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "hours_returned" integer;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "hours_changed" integer;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "absences_member_id_said_at_index" ON "absences" USING btree ("member_id","said_at");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON absences FOR EACH ROW EXECUTE FUNCTION refuse_change();
