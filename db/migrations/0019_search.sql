CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"saved_by" uuid NOT NULL,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"is_shared" boolean NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP INDEX "submissions_claim_id_index";--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "not_known" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "rationale" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_saved_by_members_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "saved_filters_desk_id_index" ON "saved_filters" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "saved_filters_saved_by_index" ON "saved_filters" USING btree ("saved_by");--> statement-breakpoint
CREATE INDEX "submissions_newest" ON "submissions" USING btree ("claim_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "submissions_article_id_submitted_at_index" ON "submissions" USING btree ("article_id","submitted_at");--> statement-breakpoint
CREATE INDEX "claims_topics_index" ON "claims" USING gin ("topics");
--> statement-breakpoint
-- What search compares: without case, accents and punctuation, so that one way of writing finds the other. Done here
-- rather than by the extension unaccent, which an administrator of an external PostgreSQL may not allow.
CREATE FUNCTION search_fold(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
  select regexp_replace(
    replace(replace(replace(
      translate(
        regexp_replace(normalize(lower(said), NFKD), '[\u0300-\u036f]+', '', 'g'),
        'øđłħŧıð', 'odlhtid'),
      'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u3003]+', ' ', 'g')
$$;
--> statement-breakpoint
-- Three texts as words, the first worth most. What is beyond 20,000 letters of a text is not searched: a text of any
-- length has to be kept, and tsvector takes no megabyte.
CREATE FUNCTION search_words(a text, b text, c text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select setweight(to_tsvector('simple', search_fold(left(coalesce(a, ''), 20000))), 'A')
    || setweight(to_tsvector('simple', search_fold(left(coalesce(b, ''), 20000))), 'B')
    || setweight(to_tsvector('simple', search_fold(left(coalesce(c, ''), 20000))), 'C')
$$;
--> statement-breakpoint
-- Not in db/schema: nothing but search reads these columns, and PostgreSQL alone writes them.
ALTER TABLE "claims" ADD COLUMN "words" tsvector GENERATED ALWAYS AS
  (search_words(statement, quote || ' ' || short_answer, not_known || ' ' || rationale)) STORED;
--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (search_words(title, publisher, quote)) STORED;
--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (search_words(title, publisher, '')) STORED;
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "words" tsvector GENERATED ALWAYS AS (search_words(
  content #>> '{claim,statement}',
  coalesce(content #>> '{claim,shortAnswer}', '') || ' ' || coalesce(content #>> '{claim,selectors,quote,exact}', ''),
  coalesce(content #>> '{claim,notKnown}', '') || ' ' ||
    coalesce(jsonb_path_query_array(content, '$.claim.rationale.**.text')::text, ''))) STORED;
--> statement-breakpoint
CREATE INDEX "claims_words" ON "claims" USING gin ("words");
--> statement-breakpoint
CREATE INDEX "sources_words" ON "sources" USING gin ("words");
--> statement-breakpoint
CREATE INDEX "revisions_words" ON "revisions" USING gin ("words");
--> statement-breakpoint
CREATE INDEX "publications_words" ON "publications" USING gin ("words");
--> statement-breakpoint
-- Each room writes its claims anew when it is next opened: with what they do not know and why, which rows lacked.
UPDATE claims SET sequence = 0;
