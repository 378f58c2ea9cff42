CREATE TABLE "snapshot_stamps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"snapshot_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"tries" integer NOT NULL,
	"tried_at" timestamp (3) with time zone NOT NULL,
	"fault" text,
	"job" text,
	"job_at" timestamp (3) with time zone,
	"token" "bytea",
	"address" text,
	"given_at" timestamp (3) with time zone,
	CONSTRAINT "snapshot_stamps_snapshotId_kind_unique" UNIQUE("snapshot_id","kind")
);
--> statement-breakpoint
ALTER TABLE "claims" ADD COLUMN "awaited" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "snapshot_stamps" ADD CONSTRAINT "snapshot_stamps_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshot_stamps" ADD CONSTRAINT "snapshot_stamps_snapshot_id_snapshots_id_fk" FOREIGN KEY ("snapshot_id") REFERENCES "public"."snapshots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "snapshot_stamps_desk_id_index" ON "snapshot_stamps" USING btree ("desk_id");