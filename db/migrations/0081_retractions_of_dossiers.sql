CREATE TABLE "dossier_retractions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"text" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"outcome" text,
	"note" text,
	"decided_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "dossier_retractions" ADD CONSTRAINT "dossier_retractions_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_retractions" ADD CONSTRAINT "dossier_retractions_asked_by_members_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_retractions" ADD CONSTRAINT "dossier_retractions_decided_by_members_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossier_retractions_dossier_id_index" ON "dossier_retractions" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_retractions_waiting" ON "dossier_retractions" USING btree ("dossier_id") WHERE "dossier_retractions"."outcome" is null;