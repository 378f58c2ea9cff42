ALTER TABLE "report_steps" ADD COLUMN "given_to" uuid;--> statement-breakpoint
ALTER TABLE "report_steps" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_given_to_members_id_fk" FOREIGN KEY ("given_to") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "report_steps_given" ON "report_steps" USING btree ("given_to") WHERE "report_steps"."given_to" is not null;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_given" CHECK ("report_steps"."given_to" is null or "report_steps"."kind" = 'taken-up');--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_due" CHECK ("report_steps"."due_at" is null or "report_steps"."given_to" is not null);