CREATE TABLE "article_limits" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"members" uuid[] NOT NULL,
	"limited_by" uuid NOT NULL,
	"limited_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_limits" ADD CONSTRAINT "article_limits_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_limits" ADD CONSTRAINT "article_limits_limited_by_members_id_fk" FOREIGN KEY ("limited_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;