ALTER TABLE "subscriptions" ADD COLUMN "previous_secret" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "previous_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "redactions" ADD COLUMN "text_entry" bigint;--> statement-breakpoint
ALTER TABLE "notice_settings" ADD COLUMN "known" jsonb DEFAULT '["mentioned","answered","assigned","asked-second","taken-over","pooled","ruled","submitted","returned","published","clearance-asked","clearance-answered","clearance-left","guest-commented","release-held"]'::jsonb NOT NULL;