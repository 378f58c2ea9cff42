CREATE TABLE "article_activity" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_writers" (
	"document" text NOT NULL,
	"part" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	CONSTRAINT "room_writers_part_document_member_id_pk" PRIMARY KEY("part","document","member_id")
);
--> statement-breakpoint
ALTER TABLE "article_activity" ADD CONSTRAINT "article_activity_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_activity" ADD CONSTRAINT "article_activity_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_writers" ADD CONSTRAINT "room_writers_document_rooms_document_fk" FOREIGN KEY ("document") REFERENCES "public"."rooms"("document") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_writers" ADD CONSTRAINT "room_writers_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_activity_desk_id_at_article_id_index" ON "article_activity" USING btree ("desk_id","at" DESC NULLS LAST,"article_id" DESC NULLS LAST);--> statement-breakpoint
CREATE FUNCTION keep_import_as_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO article_activity (article_id, desk_id, at) VALUES (NEW.id, NEW.desk_id, NEW.imported_at)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_activity AFTER INSERT ON articles FOR EACH ROW EXECUTE FUNCTION keep_import_as_activity();
--> statement-breakpoint
CREATE FUNCTION keep_submission_as_activity() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE article_activity SET at = NEW.submitted_at WHERE article_id = NEW.article_id AND at < NEW.submitted_at;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_activity AFTER INSERT ON submissions FOR EACH ROW EXECUTE FUNCTION keep_submission_as_activity();
--> statement-breakpoint
CREATE FUNCTION keep_room_writers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO room_writers (document, part, member_id, sequence)
  SELECT document, part, member_id, min(sequence) FROM (
    SELECT document, unnest(claims) AS part, member_id, sequence FROM added WHERE NOT by_rule
    UNION ALL SELECT document, unnest(sources), member_id, sequence FROM added) written
  GROUP BY document, part, member_id ORDER BY part, member_id
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER keeps_writers AFTER INSERT ON room_updates REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION keep_room_writers();
--> statement-breakpoint
INSERT INTO article_activity (article_id, desk_id, at)
SELECT a.id, a.desk_id, greatest(a.imported_at, r.at,
  (SELECT max(s.submitted_at) FROM submissions s WHERE s.article_id = a.id))
FROM articles a LEFT JOIN room_activity r ON r.article_id = a.id;
--> statement-breakpoint
INSERT INTO room_writers (document, part, member_id, sequence)
SELECT document, part, member_id, min(sequence) FROM (
  SELECT document, unnest(claims) AS part, member_id, sequence FROM room_updates WHERE NOT by_rule
  UNION ALL SELECT document, unnest(sources), member_id, sequence FROM room_updates) written
GROUP BY document, part, member_id;
