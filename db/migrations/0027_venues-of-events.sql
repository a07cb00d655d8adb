ALTER TABLE "room" DROP CONSTRAINT "room_venue_id_venue_id_fk";
--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "event_id" uuid;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "slug" text;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "way_there" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "entrance" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "parking" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "step_free" text;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "lift" text;--> statement-breakpoint
ALTER TABLE "venue" ADD COLUMN "position" integer;--> statement-breakpoint
-- Of every event, what its main place and its rooms say becomes venues of its own, the main one first. The same words share
-- one; coordinates are those that any of them has.
CREATE TEMPORARY TABLE venue_use ON COMMIT DROP AS
SELECT used.event_id, v.id AS old_id, used.ord,
  lower(concat_ws('|', coalesce(trim(v.name ->> 'vi'), ''), coalesce(trim(v.name ->> 'en'), ''), trim(v.address),
    coalesce(trim(v.city ->> 'vi'), ''), coalesce(trim(v.city ->> 'en'), ''), trim(v.country))) AS words
FROM (
  SELECT e.id AS event_id, e.venue_id, 0 AS ord FROM event e
  UNION ALL
  SELECT r.event_id, r.venue_id, r.position FROM room r
) used JOIN venue v ON v.id = used.venue_id;--> statement-breakpoint
CREATE TEMPORARY TABLE venue_made ON COMMIT DROP AS
SELECT gen_random_uuid() AS id, u.event_id, u.words, (array_agg(u.old_id ORDER BY u.ord))[1] AS old_id,
  row_number() OVER (PARTITION BY u.event_id ORDER BY min(u.ord)) AS position,
  (array_agg(u.old_id ORDER BY u.ord) FILTER (WHERE v.latitude IS NOT NULL AND v.longitude IS NOT NULL
    AND v.latitude BETWEEN -90 AND 90 AND v.longitude BETWEEN -180 AND 180))[1] AS mapped_id
FROM venue_use u JOIN venue v ON v.id = u.old_id GROUP BY u.event_id, u.words;--> statement-breakpoint
INSERT INTO venue (id, event_id, slug, name, address, city, country, latitude, longitude, position)
SELECT id, event_id, CASE WHEN number = 1 THEN plain ELSE plain || '-' || left(id::text, 8) END,
  name, address, city, country, latitude, longitude, position
FROM (
  SELECT named.*, row_number() OVER (PARTITION BY event_id, plain ORDER BY position) AS number
  FROM (
    SELECT n.id, n.event_id, n.position, v.name, v.address, v.city, v.country, at.latitude, at.longitude,
      coalesce(nullif(trim(BOTH '-' FROM left(regexp_replace(search_text(
        coalesce(nullif(trim(v.name ->> 'en'), ''), nullif(trim(v.name ->> 'vi'), ''), nullif(trim(v.address), ''),
          'venue')), '[^a-z0-9]+', '-', 'g'), 50)), ''), 'venue') AS plain
    FROM venue_made n JOIN venue v ON v.id = n.old_id LEFT JOIN venue at ON at.id = n.mapped_id
  ) named
) numbered;--> statement-breakpoint
UPDATE event e SET venue_id = n.id FROM venue_use u JOIN venue_made n ON n.event_id = u.event_id AND n.words = u.words
WHERE u.event_id = e.id AND u.old_id = e.venue_id;--> statement-breakpoint
UPDATE room r SET venue_id = n.id FROM venue_use u JOIN venue_made n ON n.event_id = u.event_id AND n.words = u.words
WHERE u.event_id = r.event_id AND u.old_id = r.venue_id;--> statement-breakpoint
DELETE FROM venue WHERE event_id IS NULL;--> statement-breakpoint
ALTER TABLE "venue" ALTER COLUMN "event_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ALTER COLUMN "slug" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ALTER COLUMN "position" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_event" UNIQUE("id","event_id");--> statement-breakpoint
ALTER TABLE "room" ADD CONSTRAINT "room_venue_id_venue_id_fk" FOREIGN KEY ("venue_id","event_id") REFERENCES "public"."venue"("id","event_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "room_venue" ON "room" USING btree ("venue_id");--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_slug" UNIQUE("event_id","slug");--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_slug_plain" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_step_free" CHECK (step_free in ('yes', 'partly', 'no'));--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_lift" CHECK (lift in ('yes', 'no'));--> statement-breakpoint
ALTER TABLE "venue" ADD CONSTRAINT "venue_coordinates" CHECK ((latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180)));--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON room FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
