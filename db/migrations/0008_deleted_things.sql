CREATE TABLE "article_removals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"removed_by" uuid NOT NULL,
	"removed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"restored_by" uuid,
	"restored_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "deleted_sources" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"name" text NOT NULL,
	"deleted_by" uuid NOT NULL,
	"deleted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "deleted_by" uuid;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "deleted_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "article_removals" ADD CONSTRAINT "article_removals_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_removals" ADD CONSTRAINT "article_removals_removed_by_members_id_fk" FOREIGN KEY ("removed_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_removals" ADD CONSTRAINT "article_removals_restored_by_members_id_fk" FOREIGN KEY ("restored_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleted_sources" ADD CONSTRAINT "deleted_sources_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deleted_sources" ADD CONSTRAINT "deleted_sources_deleted_by_members_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "article_removals_one_open" ON "article_removals" USING btree ("article_id") WHERE "article_removals"."restored_at" is null;--> statement-breakpoint
CREATE INDEX "article_removals_article_id_index" ON "article_removals" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "deleted_sources_claim_id_index" ON "deleted_sources" USING btree ("claim_id");--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_deleted_by_members_id_fk" FOREIGN KEY ("deleted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claims_deleted" ON "claims" USING btree ("desk_id") WHERE "claims"."deleted_at" is not null;--> statement-breakpoint
-- That somebody deleted an article stays said; only that it was brought back, once, may still be written.
CREATE FUNCTION refuse_rewritten_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.restored_at IS NULL
    AND to_jsonb(NEW) - 'restored_at' - 'restored_by' = to_jsonb(OLD) - 'restored_at' - 'restored_by' THEN
    RETURN NEW;
  END IF;
  IF coalesce(current_setting('proofroom.may_remove', true), '') <> 'on' THEN
    RAISE EXCEPTION 'a removal that ended stays as it is' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE DELETE ON article_removals FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER only_ended BEFORE UPDATE ON article_removals FOR EACH ROW EXECUTE FUNCTION refuse_rewritten_removal();
--> statement-breakpoint
-- Who deleted what is in the log: each room reads it into its rows when it is next opened.
UPDATE claims SET sequence = 0;
