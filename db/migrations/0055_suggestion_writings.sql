CREATE TABLE "suggestion_writings" (
	"suggestion_id" uuid PRIMARY KEY NOT NULL,
	"member_id" uuid NOT NULL,
	"written_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "suggestion_writings" ADD CONSTRAINT "suggestion_writings_suggestion_id_suggestions_id_fk" FOREIGN KEY ("suggestion_id") REFERENCES "public"."suggestions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_writings" ADD CONSTRAINT "suggestion_writings_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- What was taken before this was kept is in the text, as far as anybody knows.
INSERT INTO suggestion_writings (suggestion_id, member_id, written_at)
SELECT suggestion_id, member_id, decided_at FROM suggestion_decisions WHERE is_taken;
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON suggestion_writings FOR EACH ROW EXECUTE FUNCTION refuse_change();
