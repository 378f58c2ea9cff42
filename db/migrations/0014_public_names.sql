ALTER TABLE "members" ADD COLUMN "shown_as" text DEFAULT 'name' NOT NULL;--> statement-breakpoint
ALTER TABLE "members" ADD COLUMN "pseudonym" text DEFAULT '' NOT NULL;