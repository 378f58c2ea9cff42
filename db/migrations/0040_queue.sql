ALTER TABLE "submissions" ADD COLUMN "settled_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "submissions_unsettled" ON "submissions" USING btree ("desk_id") WHERE "submissions"."settled_at" is null;
--> statement-breakpoint
-- A submission keeps its words; when it was withdrawn and when it was settled is all that is ever noted on it.
CREATE OR REPLACE FUNCTION refuse_rewording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.withdrawn_at IS NULL OR NEW.withdrawn_at = OLD.withdrawn_at)
    AND to_jsonb(NEW) - 'withdrawn_at' - 'settled_at' = to_jsonb(OLD) - 'withdrawn_at' - 'settled_at' THEN
    RETURN NEW;
  END IF;
  IF coalesce(current_setting('proofroom.may_remove', true), '') <> 'on' THEN
    RAISE EXCEPTION 'a submission keeps its words' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE FUNCTION settle_withdrawn() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.settled_at := coalesce(NEW.settled_at, NEW.withdrawn_at);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER settles_withdrawn BEFORE UPDATE OF withdrawn_at ON submissions
  FOR EACH ROW EXECUTE FUNCTION settle_withdrawn();
--> statement-breakpoint
CREATE FUNCTION settle_superseded() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submissions SET settled_at = NEW.submitted_at
  WHERE claim_id = NEW.claim_id AND settled_at IS NULL AND (submitted_at, id) < (NEW.submitted_at, NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER settles_superseded AFTER INSERT ON submissions FOR EACH ROW EXECUTE FUNCTION settle_superseded();
--> statement-breakpoint
CREATE FUNCTION settle_published() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE submissions SET settled_at = NEW.published_at WHERE id = NEW.submission_id AND settled_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER settles_published AFTER INSERT ON publications FOR EACH ROW EXECUTE FUNCTION settle_published();
--> statement-breakpoint
UPDATE submissions s SET settled_at = coalesce(s.withdrawn_at,
  (SELECT p.published_at FROM publications p WHERE p.submission_id = s.id),
  (SELECT min(n.submitted_at) FROM submissions n
    WHERE n.claim_id = s.claim_id AND (n.submitted_at, n.id) > (s.submitted_at, s.id)));
