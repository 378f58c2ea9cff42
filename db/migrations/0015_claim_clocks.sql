ALTER TABLE "claims" ADD COLUMN "begun_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "rated_at" timestamp with time zone;--> statement-breakpoint
-- When claims were begun is in the log: each room reads it into its rows when it is next opened.
UPDATE claims SET sequence = 0;
