-- Immutable like search_text: the collation is named, so it does not depend on the database's own.
CREATE FUNCTION public.spelled_words(value text) RETURNS text[]
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN string_to_array(
    trim(regexp_replace(lower(normalize(value, NFC) COLLATE "und-x-icu"), '[^[:alnum:]]+', ' ', 'g')), ' ');
--> statement-breakpoint
DROP INDEX "registration_waitlist";--> statement-breakpoint
-- One statement, so that a large table is written anew once. Dropping "search" drops its index with it.
ALTER TABLE "registration" DROP COLUMN "search",
  ADD COLUMN "search" text GENERATED ALWAYS AS (search_text(' ' || name || ' ' || email || ' ' || affiliation || ' ' || job_title)) STORED,
  ADD COLUMN "words" text[] GENERATED ALWAYS AS (spelled_words(name || ' ' || affiliation || ' ' || job_title)) STORED;--> statement-breakpoint
-- Finely enough to tell a word of many from a word of few: it decides between the index of words and that of arrivals.
ALTER TABLE "registration" ALTER COLUMN "search" SET STATISTICS 1000;--> statement-breakpoint
CREATE INDEX "registration_search" ON "registration" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "registration_words" ON "registration" USING gin ("words");--> statement-breakpoint
CREATE INDEX "registration_category_state" ON "registration" USING btree ("category_id","state","arrival");
