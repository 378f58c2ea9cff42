CREATE TABLE "newest_versions" (
	"number" integer PRIMARY KEY NOT NULL,
	"publication_id" uuid NOT NULL,
	"desk_id" uuid NOT NULL,
	"log_index" bigint NOT NULL,
	"is_retracted" boolean NOT NULL,
	"verdict" text,
	"said_on" text,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "newest_versions_publicationId_unique" UNIQUE("publication_id")
);
--> statement-breakpoint
ALTER TABLE "newest_versions" ADD CONSTRAINT "newest_versions_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "newest_versions_log_index_index" ON "newest_versions" USING btree ("log_index");--> statement-breakpoint
CREATE INDEX "newest_versions_verdict_log_index_index" ON "newest_versions" USING btree ("verdict","log_index");--> statement-breakpoint
CREATE INDEX "newest_versions_desk_id_log_index_index" ON "newest_versions" USING btree ("desk_id","log_index");--> statement-breakpoint
-- Beside the row and unpacked: a search that has found many rows reads the words of few.
ALTER TABLE "newest_versions" ADD COLUMN "words" tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "newest_versions" ALTER COLUMN "words" SET STORAGE EXTERNAL;--> statement-breakpoint
ALTER TABLE "newest_versions" SET (toast_tuple_target = 128);--> statement-breakpoint
-- What readers find a version by: its statement is worth most.
CREATE FUNCTION version_words(content jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  select search_words(
    content #>> '{claim,statement}',
    coalesce(content #>> '{claim,shortAnswer}', '') || ' ' || coalesce(content #>> '{claim,selectors,quote,exact}', ''),
    coalesce(content #>> '{claim,notKnown}', '') || ' ' ||
      coalesce(jsonb_path_query_array(content, '$.claim.rationale.**.text')::text, ''))
$$;
--> statement-breakpoint
INSERT INTO newest_versions
    (number, publication_id, desk_id, log_index, is_retracted, verdict, said_on, published_at, words)
  SELECT DISTINCT ON (p.number) p.number, p.id, p.desk_id, l.index, p.kind = 'retraction', p.content #>> '{claim,verdict}',
      substring(btrim(p.content #>> '{claim,date}') FROM '^\d{4}-\d{2}-\d{2}$'), p.published_at, p.words
    FROM publications p
    JOIN log_entries l ON l.publication_id = p.id AND l.kind IN ('publication', 'correction', 'retraction')
    ORDER BY p.number, p.version DESC;
--> statement-breakpoint
CREATE INDEX "newest_versions_words" ON "newest_versions" USING gin ("words");--> statement-breakpoint
ALTER TABLE "publications" DROP COLUMN "words";--> statement-breakpoint
-- A version is the newest of its claim from the moment it is in the log.
CREATE FUNCTION keep_newest_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO newest_versions AS kept
      (number, publication_id, desk_id, log_index, is_retracted, verdict, said_on, published_at, words)
    SELECT p.number, p.id, p.desk_id, NEW.index, p.kind = 'retraction', p.content #>> '{claim,verdict}',
        substring(btrim(p.content #>> '{claim,date}') FROM '^\d{4}-\d{2}-\d{2}$'), p.published_at, version_words(p.content)
      FROM publications p WHERE p.id = NEW.publication_id
    ON CONFLICT (number) DO UPDATE SET publication_id = excluded.publication_id, desk_id = excluded.desk_id,
      log_index = excluded.log_index, is_retracted = excluded.is_retracted, verdict = excluded.verdict,
      said_on = excluded.said_on, published_at = excluded.published_at, words = excluded.words
      WHERE kept.log_index < excluded.log_index;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_newest_version AFTER INSERT ON log_entries FOR EACH ROW
  WHEN (NEW.kind IN ('publication', 'correction', 'retraction')) EXECUTE FUNCTION keep_newest_version();
--> statement-breakpoint
-- Words that are removed under law are found no more.
CREATE FUNCTION keep_words_of_newest_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE newest_versions SET words = version_words(NEW.content),
      said_on = substring(btrim(NEW.content #>> '{claim,date}') FROM '^\d{4}-\d{2}-\d{2}$')
    WHERE publication_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_words_of_newest_version AFTER UPDATE OF content ON publications FOR EACH ROW
  EXECUTE FUNCTION keep_words_of_newest_version();
