ALTER TABLE "log_entries" DROP CONSTRAINT "log_entries_publication_id_publications_id_fk";
