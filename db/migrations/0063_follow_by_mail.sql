CREATE TABLE "follow_news" (
	"id" uuid PRIMARY KEY NOT NULL,
	"follow_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"publication_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "follow_news_once" UNIQUE("follow_id","kind","publication_id")
);
--> statement-breakpoint
CREATE TABLE "followers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "follows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"follower_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"thing" text NOT NULL,
	"desk_id" uuid,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"secret_hash" text,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "follows_secretHash_unique" UNIQUE("secret_hash"),
	CONSTRAINT "follows_once" UNIQUE("follower_id","kind","thing")
);
--> statement-breakpoint
ALTER TABLE "published_names" DROP CONSTRAINT "published_names_number_kind_pk";--> statement-breakpoint
ALTER TABLE "published_names" ADD CONSTRAINT "published_names_number_kind_spelling_pk" PRIMARY KEY("number","kind","spelling");--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "leave_at" text;--> statement-breakpoint
ALTER TABLE "follow_news" ADD CONSTRAINT "follow_news_follow_id_follows_id_fk" FOREIGN KEY ("follow_id") REFERENCES "public"."follows"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_news" ADD CONSTRAINT "follow_news_publication_id_publications_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_follower_id_followers_id_fk" FOREIGN KEY ("follower_id") REFERENCES "public"."followers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follows" ADD CONSTRAINT "follows_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "followers_email" ON "followers" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "follows_kind_thing_index" ON "follows" USING btree ("kind","thing");--> statement-breakpoint
CREATE INDEX "follows_open" ON "follows" USING btree ("asked_at") WHERE "follows"."confirmed_at" is null;