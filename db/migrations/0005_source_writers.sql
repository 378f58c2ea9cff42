ALTER TABLE "room_updates" ADD COLUMN "sources" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "room_updates_sources_index" ON "room_updates" USING gin ("sources");