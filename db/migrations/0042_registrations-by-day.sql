CREATE TABLE "registration_day" (
	"event_id" uuid NOT NULL,
	"day" date NOT NULL,
	"category_id" uuid NOT NULL,
	"link_id" uuid,
	"locale" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "registration_day_once" UNIQUE NULLS NOT DISTINCT("event_id","day","category_id","link_id","locale")
);
--> statement-breakpoint
ALTER TABLE "link" DROP CONSTRAINT "link_target";--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "link" ADD COLUMN "archived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "registration_day" ADD CONSTRAINT "registration_day_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_session_id" ON "link" USING btree ("session_id") WHERE session_id is not null;--> statement-breakpoint
CREATE INDEX "link_initiative_id" ON "link" USING btree ("initiative_id") WHERE initiative_id is not null;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_session" CHECK (session_id is null or target = 'session');--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_initiative" CHECK (initiative_id is null or target = 'initiative');--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_target" CHECK (target in ('event', 'register', 'agenda', 'session', 'recap', 'initiative', 'page'));--> statement-breakpoint
CREATE FUNCTION public.count_registration_days(of_event uuid) RETURNS void LANGUAGE sql AS $$
  DELETE FROM registration_day WHERE event_id = of_event;
  INSERT INTO registration_day (event_id, day, category_id, link_id, locale, count)
  SELECT r.event_id, (r.created_at AT TIME ZONE e.time_zone)::date, r.category_id, r.link_id, r.locale, count(*)
  FROM registration r JOIN event e ON e.id = r.event_id
  WHERE r.event_id = of_event
  GROUP BY 1, 2, 3, 4, 5;
$$;
--> statement-breakpoint
-- Once a statement, however many rows it writes; an update that moves nobody costs one look. The event is held still, so
-- that nobody is counted by a zone that is being changed. A restore brings the counts along and says so.
CREATE FUNCTION public.count_registration_day() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    WITH zones AS MATERIALIZED (
      SELECT id, time_zone FROM event WHERE id IN (SELECT event_id FROM came) ORDER BY id FOR KEY SHARE
    )
    INSERT INTO registration_day AS d (event_id, day, category_id, link_id, locale, count)
    SELECT r.event_id, (r.created_at AT TIME ZONE z.time_zone)::date, r.category_id, r.link_id, r.locale, count(*)
    FROM came r JOIN zones z ON z.id = r.event_id
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT registration_day_once DO UPDATE SET count = d.count + excluded.count;
  ELSIF TG_OP = 'DELETE' THEN
    WITH zones AS MATERIALIZED (
      SELECT id, time_zone FROM event WHERE id IN (SELECT event_id FROM went) ORDER BY id FOR KEY SHARE
    )
    INSERT INTO registration_day AS d (event_id, day, category_id, link_id, locale, count)
    SELECT r.event_id, (r.created_at AT TIME ZONE z.time_zone)::date, r.category_id, r.link_id, r.locale, -count(*)
    FROM went r JOIN zones z ON z.id = r.event_id
    GROUP BY 1, 2, 3, 4, 5
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT registration_day_once DO UPDATE SET count = d.count + excluded.count;
  ELSIF EXISTS (
    SELECT FROM came c JOIN went w ON w.id = c.id
    WHERE (c.event_id, c.category_id, c.link_id, c.locale, c.created_at)
      IS DISTINCT FROM (w.event_id, w.category_id, w.link_id, w.locale, w.created_at)
  ) THEN
    WITH zones AS MATERIALIZED (
      SELECT id, time_zone FROM event
      WHERE id IN (SELECT event_id FROM came UNION SELECT event_id FROM went) ORDER BY id FOR KEY SHARE
    ), changed AS (
      SELECT event_id, created_at, category_id, link_id, locale, 1 AS n FROM came
      UNION ALL
      SELECT event_id, created_at, category_id, link_id, locale, -1 FROM went
    )
    INSERT INTO registration_day AS d (event_id, day, category_id, link_id, locale, count)
    SELECT r.event_id, (r.created_at AT TIME ZONE z.time_zone)::date, r.category_id, r.link_id, r.locale, sum(r.n)
    FROM changed r JOIN zones z ON z.id = r.event_id
    GROUP BY 1, 2, 3, 4, 5
    HAVING sum(r.n) <> 0
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT ON CONSTRAINT registration_day_once DO UPDATE SET count = d.count + excluded.count;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER count_came AFTER INSERT ON registration REFERENCING NEW TABLE AS came FOR EACH STATEMENT
  WHEN (coalesce(current_setting('bantron.restoring', true), '') = '') EXECUTE FUNCTION public.count_registration_day();
--> statement-breakpoint
CREATE TRIGGER count_went AFTER DELETE ON registration REFERENCING OLD TABLE AS went FOR EACH STATEMENT
  EXECUTE FUNCTION public.count_registration_day();
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON registration REFERENCING OLD TABLE AS went NEW TABLE AS came
  FOR EACH STATEMENT EXECUTE FUNCTION public.count_registration_day();
--> statement-breakpoint
-- The days of another zone begin at other hours: all of the event's are counted anew, after those who are registering.
CREATE FUNCTION public.recount_registration_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM event WHERE id = NEW.id FOR UPDATE;
  PERFORM public.count_registration_days(NEW.id);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER recount_days AFTER UPDATE OF time_zone ON event FOR EACH ROW
  WHEN (OLD.time_zone IS DISTINCT FROM NEW.time_zone) EXECUTE FUNCTION public.recount_registration_days();
--> statement-breakpoint
INSERT INTO registration_day (event_id, day, category_id, link_id, locale, count)
SELECT r.event_id, (r.created_at AT TIME ZONE e.time_zone)::date, r.category_id, r.link_id, r.locale, count(*)
FROM registration r JOIN event e ON e.id = r.event_id
GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON link FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
