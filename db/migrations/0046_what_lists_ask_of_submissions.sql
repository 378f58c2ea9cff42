ALTER TABLE "submissions" ADD COLUMN "statement" text GENERATED ALWAYS AS (frozen ->> 'statement') STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "verdict" text GENERATED ALWAYS AS (frozen ->> 'verdict') STORED;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "sources" jsonb GENERATED ALWAYS AS (jsonb_path_query_array(frozen, '$.sources[*].id')) STORED NOT NULL;--> statement-breakpoint
-- What is generated is not there yet before an update; it follows from the words that may not change.
CREATE OR REPLACE FUNCTION refuse_rewording() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  may_differ text[] := '{withdrawn_at,settled_at,statement,verdict,sources}';
BEGIN
  IF (OLD.withdrawn_at IS NULL OR NEW.withdrawn_at = OLD.withdrawn_at)
    AND to_jsonb(NEW) - may_differ = to_jsonb(OLD) - may_differ THEN
    RETURN NEW;
  END IF;
  IF coalesce(current_setting('proofroom.may_remove', true), '') <> 'on' THEN
    RAISE EXCEPTION 'a submission keeps its words' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
