CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	"act" text NOT NULL,
	"way" text NOT NULL,
	"outcome" text NOT NULL,
	"member_id" uuid,
	"person_id" uuid,
	"things" jsonb NOT NULL,
	"words" jsonb NOT NULL,
	"request_id" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "audit_links" (
	"chain" text NOT NULL,
	"index" bigint NOT NULL,
	"entry_id" uuid NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_links_chain_index_pk" PRIMARY KEY("chain","index"),
	CONSTRAINT "audit_links_entryId_unique" UNIQUE("entry_id")
);
--> statement-breakpoint
CREATE TABLE "audit_unlinked" (
	"entry_id" uuid PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "audit_entries" ADD CONSTRAINT "audit_entries_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_entries_desk_id_at_id_index" ON "audit_entries" USING btree ("desk_id","at","id");--> statement-breakpoint
CREATE INDEX "audit_entries_desk_id_member_id_at_index" ON "audit_entries" USING btree ("desk_id","member_id","at");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON audit_links FOR EACH ROW EXECUTE FUNCTION refuse_change();
