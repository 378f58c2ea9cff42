CREATE TABLE "report_blocks" (
	"desk_id" uuid NOT NULL,
	"sender_hash" text NOT NULL,
	"blocked_by" uuid NOT NULL,
	"blocked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_blocks_desk_id_sender_hash_pk" PRIMARY KEY("desk_id","sender_hash")
);
--> statement-breakpoint
CREATE TABLE "report_steps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"report_id" uuid NOT NULL,
	"replaces" uuid,
	"kind" text NOT NULL,
	"answer" text NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"duplicate_of" uuid,
	"member_id" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_steps_replaces_unique" UNIQUE("replaces"),
	CONSTRAINT "report_steps_answer" CHECK (("report_steps"."kind" = 'answered') = ("report_steps"."answer" <> '')),
	CONSTRAINT "report_steps_public" CHECK (not "report_steps"."is_public" or "report_steps"."kind" = 'answered'),
	CONSTRAINT "report_steps_duplicate" CHECK (("report_steps"."kind" = 'duplicate') = ("report_steps"."duplicate_of" is not null))
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"article_id" uuid,
	"claim_id" uuid,
	"number" integer,
	"version" integer,
	"text" text NOT NULL,
	"place" text NOT NULL,
	"link" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"form_mark" text NOT NULL,
	"secret_hash" text NOT NULL,
	"sender_hash" text NOT NULL,
	"sent_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reports_formMark_unique" UNIQUE("form_mark"),
	CONSTRAINT "reports_secretHash_unique" UNIQUE("secret_hash")
);
--> statement-breakpoint
ALTER TABLE "report_blocks" ADD CONSTRAINT "report_blocks_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_blocks" ADD CONSTRAINT "report_blocks_blocked_by_members_id_fk" FOREIGN KEY ("blocked_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_replaces_report_steps_id_fk" FOREIGN KEY ("replaces") REFERENCES "public"."report_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_duplicate_of_reports_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."reports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_steps" ADD CONSTRAINT "report_steps_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "report_steps_first" ON "report_steps" USING btree ("report_id") WHERE "report_steps"."replaces" is null;--> statement-breakpoint
CREATE INDEX "report_steps_report_id_index" ON "report_steps" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "report_steps_duplicate_of_index" ON "report_steps" USING btree ("duplicate_of");--> statement-breakpoint
CREATE INDEX "reports_desk_id_sent_at_index" ON "reports" USING btree ("desk_id","sent_at");--> statement-breakpoint
CREATE INDEX "reports_number_index" ON "reports" USING btree ("number");--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON reports FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER only_added BEFORE UPDATE OR DELETE ON report_steps FOR EACH ROW EXECUTE FUNCTION refuse_change();
