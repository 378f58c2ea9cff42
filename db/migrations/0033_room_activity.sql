CREATE TABLE "room_activity" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_activity" ADD CONSTRAINT "room_activity_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO room_activity (article_id, at)
  SELECT r.article_id, max(u.at) FROM room_updates u JOIN rooms r ON r.document = u.document GROUP BY r.article_id;
