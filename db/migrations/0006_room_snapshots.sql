CREATE TABLE "room_snapshots" (
	"document" text PRIMARY KEY NOT NULL,
	"sequence" bigint NOT NULL,
	"packed" "bytea" NOT NULL,
	"hash" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "room_snapshots" ADD CONSTRAINT "room_snapshots_document_rooms_document_fk" FOREIGN KEY ("document") REFERENCES "public"."rooms"("document") ON DELETE no action ON UPDATE no action;