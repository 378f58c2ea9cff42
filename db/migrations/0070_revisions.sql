CREATE TABLE "page_watches" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"rhythm" text NOT NULL,
	"member_id" uuid NOT NULL,
	"tried_at" timestamp with time zone,
	"read_at" timestamp with time zone,
	"fault" text
);
--> statement-breakpoint
CREATE TABLE "placements" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"quoted_in" text NOT NULL,
	"quote_start" integer NOT NULL,
	"quote_end" integer NOT NULL,
	"was" text NOT NULL,
	"words" text,
	"change" text NOT NULL,
	"start" integer,
	"end" integer,
	"is_doubtful" boolean NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"held_by" uuid,
	"held_at" timestamp with time zone,
	CONSTRAINT "placements_claimId_revisionId_quotedIn_quoteStart_quoteEnd_unique" UNIQUE("claim_id","revision_id","quoted_in","quote_start","quote_end")
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "revision" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "page_watches" ADD CONSTRAINT "page_watches_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_watches" ADD CONSTRAINT "page_watches_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "page_watches" ADD CONSTRAINT "page_watches_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_settled_by_members_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placements" ADD CONSTRAINT "placements_held_by_members_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "page_watches_on" ON "page_watches" USING btree ("tried_at") WHERE "page_watches"."rhythm" <> 'off';--> statement-breakpoint
CREATE INDEX "placements_article_id_index" ON "placements" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "placements_reopening" ON "placements" USING btree ("desk_id") WHERE "placements"."change" = 'substantive' and not "placements"."is_doubtful" and "placements"."held_at" is null;--> statement-breakpoint
-- Until now an article had one revision, and all its claims were marked in it.
UPDATE "claims" SET "revision" = "hash_of"."hash" FROM (SELECT "article_id", "hash" FROM "revisions" WHERE "number" = 1) "hash_of"
  WHERE "hash_of"."article_id" = "claims"."article_id";
