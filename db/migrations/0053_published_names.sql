CREATE TABLE "joined_names" (
	"desk_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"spelling" text NOT NULL,
	"name" text NOT NULL,
	"slug" text NOT NULL,
	"joined_by" uuid NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "joined_names_desk_id_kind_spelling_pk" PRIMARY KEY("desk_id","kind","spelling")
);
--> statement-breakpoint
CREATE TABLE "published_names" (
	"number" integer NOT NULL,
	"kind" text NOT NULL,
	"desk_id" uuid NOT NULL,
	"name" text NOT NULL,
	"spelling" text NOT NULL,
	"slug" text NOT NULL,
	CONSTRAINT "published_names_number_kind_pk" PRIMARY KEY("number","kind")
);
--> statement-breakpoint
ALTER TABLE "joined_names" ADD CONSTRAINT "joined_names_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joined_names" ADD CONSTRAINT "joined_names_joined_by_members_id_fk" FOREIGN KEY ("joined_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_names" ADD CONSTRAINT "published_names_number_claim_numbers_number_fk" FOREIGN KEY ("number") REFERENCES "public"."claim_numbers"("number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_names" ADD CONSTRAINT "published_names_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "published_names_kind_slug_index" ON "published_names" USING btree ("kind","slug");--> statement-breakpoint
CREATE INDEX "published_names_desk_id_kind_spelling_index" ON "published_names" USING btree ("desk_id","kind","spelling");