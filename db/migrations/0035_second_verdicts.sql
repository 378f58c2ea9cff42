CREATE TABLE "room_stays" (
	"article_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"until" timestamp with time zone,
	CONSTRAINT "room_stays_article_id_member_id_pk" PRIMARY KEY("article_id","member_id")
);
--> statement-breakpoint
CREATE TABLE "second_verdicts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"asked_of" uuid NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"own_verdict_id" uuid,
	"evidence" text DEFAULT '' NOT NULL,
	"rated_as" text,
	CONSTRAINT "second_verdicts_ownVerdictId_unique" UNIQUE("own_verdict_id")
);
--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "second_verdicts" text DEFAULT 'never' NOT NULL;--> statement-breakpoint
ALTER TABLE "room_stays" ADD CONSTRAINT "room_stays_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_stays" ADD CONSTRAINT "room_stays_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_asked_of_members_id_fk" FOREIGN KEY ("asked_of") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_ended_by_members_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_verdicts" ADD CONSTRAINT "second_verdicts_own_verdict_id_own_verdicts_id_fk" FOREIGN KEY ("own_verdict_id") REFERENCES "public"."own_verdicts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "second_verdicts_claim_id_index" ON "second_verdicts" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "second_verdicts_desk_id_index" ON "second_verdicts" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "second_verdicts_blind" ON "second_verdicts" USING btree ("asked_of","article_id") WHERE "second_verdicts"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "second_verdicts_once" ON "second_verdicts" USING btree ("claim_id","asked_of") WHERE "second_verdicts"."ended_at" is null;