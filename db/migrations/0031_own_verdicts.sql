CREATE TABLE "own_verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason" text NOT NULL,
	"statement" text NOT NULL,
	"hash" text NOT NULL,
	"is_blind" boolean DEFAULT false NOT NULL,
	"signed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "own_verdicts" ADD CONSTRAINT "own_verdicts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_verdicts" ADD CONSTRAINT "own_verdicts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_verdicts" ADD CONSTRAINT "own_verdicts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "own_verdicts" ADD CONSTRAINT "own_verdicts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "own_verdicts_claim_id_index" ON "own_verdicts" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "own_verdicts_desk_id_index" ON "own_verdicts" USING btree ("desk_id");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON own_verdicts FOR EACH ROW EXECUTE FUNCTION refuse_change();
