CREATE INDEX "log_entries_publication_id_index" ON "log_entries" USING btree ("publication_id");--> statement-breakpoint
CREATE INDEX "publications_number_index" ON "publications" USING btree ("number");--> statement-breakpoint
CREATE INDEX "publications_article_id_index" ON "publications" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "publications_desk_id_index" ON "publications" USING btree ("desk_id");