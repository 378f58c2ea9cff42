CREATE TABLE "processes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "processes_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"address" text,
	"holds_rooms" boolean NOT NULL,
	"likeness" text NOT NULL,
	"lease_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "room_people" (
	"process" uuid NOT NULL,
	"document" text NOT NULL,
	"member_id" uuid NOT NULL,
	CONSTRAINT "room_people_process_document_member_id_pk" PRIMARY KEY("process","document","member_id")
);
--> statement-breakpoint
ALTER TABLE "rooms" ADD COLUMN "owner" uuid;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_process_processes_id_fk" FOREIGN KEY ("process") REFERENCES "public"."processes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_document_rooms_document_fk" FOREIGN KEY ("document") REFERENCES "public"."rooms"("document") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "room_people" ADD CONSTRAINT "room_people_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_people_document_index" ON "room_people" USING btree ("document");--> statement-breakpoint
ALTER TABLE "rooms" ADD CONSTRAINT "rooms_owner_processes_id_fk" FOREIGN KEY ("owner") REFERENCES "public"."processes"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rooms_owner_index" ON "rooms" USING btree ("owner");