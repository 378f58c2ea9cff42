-- Who chose what they are told before this could happen is told of it where they are told of answers.
UPDATE notice_settings SET told = told || '["clearance-left"]'::jsonb
WHERE told @> '["clearance-answered"]'::jsonb AND NOT told @> '["clearance-left"]'::jsonb;
