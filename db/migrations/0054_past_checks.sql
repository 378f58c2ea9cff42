CREATE TABLE "past_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"address" text NOT NULL,
	"address_key" text NOT NULL,
	"statement" text NOT NULL,
	"speaker" text NOT NULL,
	"published_on" text NOT NULL,
	"rating" text NOT NULL,
	"verdict" text,
	"short_answer" text NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "past_checks_deskId_addressKey_unique" UNIQUE("desk_id","address_key")
);
--> statement-breakpoint
ALTER TABLE "past_checks" ADD CONSTRAINT "past_checks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "past_checks" ADD CONSTRAINT "past_checks_imported_by_members_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;