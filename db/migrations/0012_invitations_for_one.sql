ALTER TABLE "invitations" ADD COLUMN "email" text NOT NULL DEFAULT '';--> statement-breakpoint
ALTER TABLE "invitations" ALTER COLUMN "email" DROP DEFAULT;--> statement-breakpoint
-- Links made before are for nobody in particular, so that they must not open any more.
UPDATE "invitations" SET "expires_at" = now() WHERE "used_at" IS NULL AND "expires_at" > now();
