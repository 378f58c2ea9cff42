CREATE TABLE "log_nodes" (
	"level" integer NOT NULL,
	"place" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_nodes_level_place_pk" PRIMARY KEY("level","place")
);
--> statement-breakpoint
ALTER TABLE "log_entries" ALTER COLUMN "publication_id" DROP NOT NULL;