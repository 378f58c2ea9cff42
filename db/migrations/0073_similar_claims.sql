CREATE TABLE "correction_drafts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"publication_id" uuid NOT NULL,
	"verdict" text,
	"public_note" text NOT NULL,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "correction_drafts_claimId_publicationId_unique" UNIQUE("claim_id","publication_id")
);
--> statement-breakpoint
CREATE TABLE "proposition_claims" (
	"id" uuid PRIMARY KEY NOT NULL,
	"proposition_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"claim_id" uuid NOT NULL,
	"linked_by" uuid NOT NULL,
	"linked_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"unlinked_by" uuid,
	"unlinked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "propositions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"statement" text NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_relations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"said_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lexeme_counts" (
	"lexeme" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lexeme_totals" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"documents" integer NOT NULL,
	"words" bigint NOT NULL,
	"counted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_row" CHECK ("lexeme_totals"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "correction_drafts" ADD CONSTRAINT "correction_drafts_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_drafts" ADD CONSTRAINT "correction_drafts_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_drafts" ADD CONSTRAINT "correction_drafts_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_drafts" ADD CONSTRAINT "correction_drafts_drafted_by_members_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposition_claims" ADD CONSTRAINT "proposition_claims_proposition_id_propositions_id_fk" FOREIGN KEY ("proposition_id") REFERENCES "public"."propositions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposition_claims" ADD CONSTRAINT "proposition_claims_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposition_claims" ADD CONSTRAINT "proposition_claims_linked_by_members_id_fk" FOREIGN KEY ("linked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proposition_claims" ADD CONSTRAINT "proposition_claims_unlinked_by_members_id_fk" FOREIGN KEY ("unlinked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "propositions" ADD CONSTRAINT "propositions_made_by_members_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_drafts_desk_id_index" ON "correction_drafts" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "correction_drafts_publication_id_index" ON "correction_drafts" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "proposition_claims_proposition_id_index" ON "proposition_claims" USING btree ("proposition_id");--> statement-breakpoint
CREATE INDEX "proposition_claims_claim_id_index" ON "proposition_claims" USING btree ("claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "proposition_claims_now" ON "proposition_claims" USING btree ("desk_id","claim_id") WHERE "proposition_claims"."unlinked_at" is null;--> statement-breakpoint
CREATE INDEX "propositions_desk_id_index" ON "propositions" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "claim_relations_claim_id_index" ON "claim_relations" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "claim_relations_other_id_index" ON "claim_relations" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "claim_relations_desk_id_index" ON "claim_relations" USING btree ("desk_id");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON claim_relations FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON correction_drafts FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- Scripts that set no spaces between words, or add endings to them as Korean does: each two signs that stand together.
CREATE FUNCTION said_pairs(folded text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select coalesce(string_agg(substr(run[1], n, 2), ' '), '')
  from regexp_matches(folded, '[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]{2,}', 'g') run,
    generate_series(1, length(run[1]) - 1) n
$$;
--> statement-breakpoint
-- What a claim says, as words that are compared: by their stems where PostgreSQL knows some, without words that say
-- nothing, and numbers without the marks that group their digits.
CREATE FUNCTION said_words(statement text, quote text, speaker text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select to_tsvector('pg_catalog.english', folded)
    || case when folded ~ '[\u0621-\u064a]' then to_tsvector('pg_catalog.arabic', regexp_replace(folded, '[^\u0621-\u064a ]+', ' ', 'g')) else '' end
    || case when folded ~ '[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]' then to_tsvector('pg_catalog.simple', said_pairs(folded)) else '' end
  from (select normalize(search_fold(regexp_replace(
      left(coalesce(statement, ''), 4000) || ' ' || left(coalesce(quote, ''), 4000) || ' ' || left(coalesce(speaker, ''), 400),
      '(\d)[,](?=\d\d\d)', '\1', 'g')), NFC) as folded) as once
$$;
--> statement-breakpoint
-- Not in db/schema, like words: PostgreSQL alone writes these.
ALTER TABLE "claims" ADD COLUMN "said" tsvector GENERATED ALWAYS AS (said_words(statement, quote, speaker)) STORED;
--> statement-breakpoint
CREATE INDEX "claims_said" ON "claims" USING gin ("said");
--> statement-breakpoint
ALTER TABLE "newest_versions" ADD COLUMN "said" tsvector;
--> statement-breakpoint
UPDATE newest_versions n SET said = said_words(p.content #>> '{claim,statement}', p.content #>> '{claim,selectors,quote,exact}',
  p.content #>> '{claim,speaker}') FROM publications p WHERE p.id = n.publication_id;
--> statement-breakpoint
ALTER TABLE "newest_versions" ALTER COLUMN "said" SET NOT NULL;
--> statement-breakpoint
CREATE INDEX "newest_versions_said" ON "newest_versions" USING gin ("said");
--> statement-breakpoint
-- Also where words were removed under law: then its words are written anew.
CREATE FUNCTION keep_said_of_newest_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  SELECT said_words(p.content #>> '{claim,statement}', p.content #>> '{claim,selectors,quote,exact}',
      p.content #>> '{claim,speaker}') INTO NEW.said FROM publications p WHERE p.id = NEW.publication_id;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_said_of_newest_version BEFORE INSERT OR UPDATE ON newest_versions FOR EACH ROW
  EXECUTE FUNCTION keep_said_of_newest_version();
