CREATE TABLE "scales" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"entries" jsonb NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "scales_deskId_number_unique" UNIQUE("desk_id","number")
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "scale_id" uuid;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "scale_id" uuid;--> statement-breakpoint
ALTER TABLE "scales" ADD CONSTRAINT "scales_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scales" ADD CONSTRAINT "scales_made_by_members_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_scale_id_scales_id_fk" FOREIGN KEY ("scale_id") REFERENCES "public"."scales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_scale_id_scales_id_fk" FOREIGN KEY ("scale_id") REFERENCES "public"."scales"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON scales FOR EACH ROW EXECUTE FUNCTION refuse_change();
