ALTER TABLE "own_verdicts" ADD COLUMN "may_be_published" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reviews" ADD COLUMN "dissent_id" uuid;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_dissent_id_own_verdicts_id_fk" FOREIGN KEY ("dissent_id") REFERENCES "public"."own_verdicts"("id") ON DELETE no action ON UPDATE no action;