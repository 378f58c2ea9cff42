CREATE TABLE "imported_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"member_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"hash" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "file_id" uuid;--> statement-breakpoint
ALTER TABLE "imported_files" ADD CONSTRAINT "imported_files_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_files" ADD CONSTRAINT "imported_files_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_files_desk_id_index" ON "imported_files" USING btree ("desk_id");--> statement-breakpoint
CREATE INDEX "imported_files_member_id_index" ON "imported_files" USING btree ("member_id");--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_file_id_imported_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."imported_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_file_id_imported_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."imported_files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "drafts_file_id_index" ON "drafts" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "revisions_file_id_index" ON "revisions" USING btree ("file_id");