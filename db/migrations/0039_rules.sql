CREATE TABLE "rule_firings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"rule_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"claim_id" uuid,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp with time zone,
	"outcome" text,
	CONSTRAINT "rule_firings_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"desk_id" uuid NOT NULL,
	"trigger" jsonb NOT NULL,
	"act" jsonb NOT NULL,
	"is_on" boolean DEFAULT true NOT NULL,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "rule_firings" ADD CONSTRAINT "rule_firings_rule_id_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_firings" ADD CONSTRAINT "rule_firings_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_desk_id_desks_id_fk" FOREIGN KEY ("desk_id") REFERENCES "public"."desks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rules" ADD CONSTRAINT "rules_added_by_members_id_fk" FOREIGN KEY ("added_by") REFERENCES "public"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_firings_open" ON "rule_firings" USING btree ("at") WHERE "rule_firings"."done_at" is null;--> statement-breakpoint
CREATE INDEX "rule_firings_rule_id_done_at_index" ON "rule_firings" USING btree ("rule_id","done_at");--> statement-breakpoint
CREATE INDEX "rules_desk_id_index" ON "rules" USING btree ("desk_id");