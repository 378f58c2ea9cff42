ALTER TABLE "follow_news" ALTER COLUMN "publication_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "follow_news" ADD COLUMN "dossier_publication_id" uuid;--> statement-breakpoint
ALTER TABLE "follow_news" ADD CONSTRAINT "follow_news_dossier_publication_id_dossier_publications_id_fk" FOREIGN KEY ("dossier_publication_id") REFERENCES "public"."dossier_publications"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "follow_news" ADD CONSTRAINT "follow_news_dossier_once" UNIQUE("follow_id","kind","dossier_publication_id");--> statement-breakpoint
ALTER TABLE "follow_news" ADD CONSTRAINT "follow_news_of_one" CHECK (num_nonnulls("follow_news"."publication_id", "follow_news"."dossier_publication_id") = 1);