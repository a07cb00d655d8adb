CREATE TABLE "consent_text" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"list_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"text" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "consent_text_version" UNIQUE("list_id","version")
);
--> statement-breakpoint
CREATE TABLE "contact" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"country" text,
	"weekly_limit" integer,
	"asked_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" text GENERATED ALWAYS AS (search_text(' ' || name || ' ' || email)) STORED,
	CONSTRAINT "contact_weekly_limit" CHECK (weekly_limit is null or weekly_limit >= 0),
	CONSTRAINT "contact_country" CHECK (country is null or country ~ '^[A-Z]{2}$')
);
--> statement-breakpoint
CREATE TABLE "event_list" (
	"event_id" uuid NOT NULL,
	"list_id" uuid NOT NULL,
	CONSTRAINT "event_list_event_id_list_id_pk" PRIMARY KEY("event_id","list_id")
);
--> statement-breakpoint
CREATE TABLE "list" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"archived_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "list_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "list_count" (
	"list_id" uuid PRIMARY KEY NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"gone" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscription" (
	"list_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"state" text NOT NULL,
	"place" text NOT NULL,
	"ground" text,
	"consent_id" uuid,
	"consent_locale" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	"resent_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_list_id_contact_id_pk" PRIMARY KEY("list_id","contact_id"),
	CONSTRAINT "subscription_state_code" CHECK (state in ('waiting', 'confirmed', 'left')),
	CONSTRAINT "subscription_place" CHECK (place in ('page', 'registration', 'initiative', 'import')),
	CONSTRAINT "subscription_ground" CHECK ((place = 'import') = (ground is not null)),
	CONSTRAINT "subscription_consent" CHECK (state <> 'confirmed' or (consent_id is not null and confirmed_at is not null)),
	CONSTRAINT "subscription_consent_language" CHECK ((consent_id is null) = (consent_locale is null))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "organization_id" uuid;--> statement-breakpoint
ALTER TABLE "consent_text" ADD CONSTRAINT "consent_text_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact" ADD CONSTRAINT "contact_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_list" ADD CONSTRAINT "event_list_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_list" ADD CONSTRAINT "event_list_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list" ADD CONSTRAINT "list_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "list_count" ADD CONSTRAINT "list_count_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_consent_id_consent_text_id_fk" FOREIGN KEY ("consent_id") REFERENCES "public"."consent_text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_address" ON "contact" USING btree ("organization_id",lower("email"));--> statement-breakpoint
CREATE INDEX "contact_email" ON "contact" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "contact_search" ON "contact" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "event_list_list" ON "event_list" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "list_organization" ON "list" USING btree ("organization_id","created_at","id");--> statement-breakpoint
CREATE INDEX "subscription_contact" ON "subscription" USING btree ("contact_id");--> statement-breakpoint
CREATE INDEX "subscription_list" ON "subscription" USING btree ("list_id","created_at" DESC NULLS LAST,"contact_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "subscription_state" ON "subscription" USING btree ("list_id","state","created_at" DESC NULLS LAST,"contact_id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "subscription_waiting" ON "subscription" USING btree ("asked_at") WHERE state = 'waiting';--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree (lower("recipient_email"),"created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed', 'member-invited', 'member-removed', 'address-asked', 'reminder', 'opening-asked', 'opening', 'feedback-asked', 'list-asked'));--> statement-breakpoint
-- A page of a list shows how many stand on it in each state: counted as rows are written, not as pages are read.
CREATE FUNCTION public.count_subscriptions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO list_count AS c (list_id, waiting, confirmed, gone)
    SELECT list_id, count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'confirmed'),
      count(*) FILTER (WHERE state = 'left')
    FROM added GROUP BY list_id ORDER BY list_id
    ON CONFLICT (list_id) DO UPDATE SET waiting = c.waiting + excluded.waiting,
      confirmed = c.confirmed + excluded.confirmed, gone = c.gone + excluded.gone;
  ELSIF TG_OP = 'UPDATE' THEN
    UPDATE list_count c SET waiting = c.waiting + d.waiting, confirmed = c.confirmed + d.confirmed, gone = c.gone + d.gone
    FROM (
      SELECT list_id, sum(n) FILTER (WHERE state = 'waiting') AS waiting,
        sum(n) FILTER (WHERE state = 'confirmed') AS confirmed, sum(n) FILTER (WHERE state = 'left') AS gone
      FROM (
        SELECT list_id, state, 1 AS n FROM added UNION ALL SELECT list_id, state, -1 FROM removed
        -- So that no sum is null.
        UNION ALL SELECT r.list_id, s, 0 FROM removed r, unnest(ARRAY['waiting', 'confirmed', 'left']) s
      ) moved GROUP BY list_id
    ) d
    WHERE c.list_id = d.list_id AND (d.waiting <> 0 OR d.confirmed <> 0 OR d.gone <> 0);
  ELSE
    UPDATE list_count c SET waiting = c.waiting - d.waiting, confirmed = c.confirmed - d.confirmed, gone = c.gone - d.gone
    FROM (
      SELECT list_id, count(*) FILTER (WHERE state = 'waiting') AS waiting,
        count(*) FILTER (WHERE state = 'confirmed') AS confirmed, count(*) FILTER (WHERE state = 'left') AS gone
      FROM removed GROUP BY list_id
    ) d
    WHERE c.list_id = d.list_id;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not while a backup is restored, which brings the counts along.
CREATE TRIGGER count_added AFTER INSERT ON subscription REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  WHEN (current_setting('bantron.restoring', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION public.count_subscriptions();
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON subscription REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION public.count_subscriptions();
--> statement-breakpoint
CREATE TRIGGER count_removed AFTER DELETE ON subscription REFERENCING OLD TABLE AS removed FOR EACH STATEMENT
  EXECUTE FUNCTION public.count_subscriptions();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON list FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON contact FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON subscription FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
