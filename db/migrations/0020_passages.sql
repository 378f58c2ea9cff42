ALTER TABLE "threads" ALTER COLUMN "claim_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "threads" ADD COLUMN "passage" jsonb;--> statement-breakpoint
ALTER TABLE "threads" ADD CONSTRAINT "threads_about" CHECK (("threads"."claim_id" is null) = ("threads"."passage" is not null));