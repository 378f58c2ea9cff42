ALTER TABLE "desks" ADD COLUMN "about_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "method_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "funding_text" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "desks" ADD COLUMN "corrections_text" text DEFAULT '' NOT NULL;