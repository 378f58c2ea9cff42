CREATE TABLE "dataset_files" (
	"name" text PRIMARY KEY NOT NULL,
	"making" uuid NOT NULL,
	"mediatype" text NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"kept_bytes" bigint NOT NULL,
	"is_packed" boolean NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dataset_parts" (
	"making" uuid NOT NULL,
	"name" text NOT NULL,
	"place" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "dataset_parts_making_name_place_pk" PRIMARY KEY("making","name","place")
);
--> statement-breakpoint
-- What is in it is packed already.
ALTER TABLE "dataset_parts" ALTER COLUMN "bytes" SET STORAGE EXTERNAL;--> statement-breakpoint
-- Its files were pages; the start makes it again.
DELETE FROM "pages" WHERE "path" = '/dataset' OR "path" LIKE '/dataset/%';
