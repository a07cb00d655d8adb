CREATE TABLE "introduction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"first_id" uuid NOT NULL,
	"second_id" uuid NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"first_answer" text DEFAULT 'open' NOT NULL,
	"second_answer" text DEFAULT 'open' NOT NULL,
	"asked_by_id" uuid,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"made_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "introduction_two" CHECK (first_id <> second_id),
	CONSTRAINT "introduction_first_answer" CHECK (first_answer in ('open', 'agreed', 'refused')),
	CONSTRAINT "introduction_second_answer" CHECK (second_answer in ('open', 'agreed', 'refused')),
	CONSTRAINT "introduction_made" CHECK (made_at is null or (first_answer = 'agreed' and second_answer = 'agreed'))
);
--> statement-breakpoint
CREATE TABLE "supporter" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"body" text DEFAULT '' NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"offers" text DEFAULT '' NOT NULL,
	"seeks" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"link_id" uuid,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"mailed_at" timestamp (3) with time zone,
	"resent_at" timestamp (3) with time zone,
	"joined_at" timestamp (3) with time zone,
	"left_at" timestamp (3) with time zone,
	"removed_reason" text,
	"listed_text_id" uuid,
	"listed_locale" text,
	"listed_at" timestamp (3) with time zone,
	"news_text_id" uuid,
	"news_locale" text,
	"news_at" timestamp (3) with time zone,
	"remark" text DEFAULT '' NOT NULL,
	"is_marked" boolean DEFAULT false NOT NULL,
	"order_vi" text NOT NULL,
	"order_en" text NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" text GENERATED ALWAYS AS (search_text(' ' || name || ' ' || body || ' ' || email || ' ' || offers || ' ' || seeks)) STORED,
	CONSTRAINT "supporter_kind" CHECK (kind in ('expert', 'film-maker', 'investor', 'university', 'company', 'friend')),
	CONSTRAINT "supporter_state" CHECK (state in ('waiting', 'joined', 'left', 'removed')),
	CONSTRAINT "supporter_country" CHECK (country ~ '^[A-Z]{2}$'),
	CONSTRAINT "supporter_body" CHECK (kind not in ('university', 'company') or body <> ''),
	CONSTRAINT "supporter_joined" CHECK (state <> 'joined' or joined_at is not null),
	CONSTRAINT "supporter_removed" CHECK ((state = 'removed') = (removed_reason is not null)),
	CONSTRAINT "supporter_listed" CHECK ((listed_text_id is null) = (listed_locale is null) and (listed_at is null or (listed_text_id is not null and state = 'joined'))),
	CONSTRAINT "supporter_news" CHECK ((news_text_id is null) = (news_locale is null) and (news_at is null or (news_text_id is not null and state = 'joined')))
);
--> statement-breakpoint
CREATE TABLE "supporter_count" (
	"initiative_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"country" text NOT NULL,
	"waiting" integer DEFAULT 0 NOT NULL,
	"joined" integer DEFAULT 0 NOT NULL,
	"gone" integer DEFAULT 0 NOT NULL,
	"listed" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "supporter_count_initiative_id_kind_country_pk" PRIMARY KEY("initiative_id","kind","country")
);
--> statement-breakpoint
CREATE TABLE "supporter_logo" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"supporter_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"image" "bytea" NOT NULL,
	"shown_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "supporter_logo_supporterId_unique" UNIQUE("supporter_id")
);
--> statement-breakpoint
CREATE TABLE "supporter_text" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"consent" text NOT NULL,
	"version" integer NOT NULL,
	"text" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "supporter_text_version" UNIQUE("initiative_id","consent","version"),
	CONSTRAINT "supporter_text_consent" CHECK (consent in ('listed', 'news'))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "list" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_asked_by_id_account_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_first_id_supporter_id_fk" FOREIGN KEY ("first_id") REFERENCES "public"."supporter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "introduction" ADD CONSTRAINT "introduction_second_id_supporter_id_fk" FOREIGN KEY ("second_id") REFERENCES "public"."supporter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_listed_text_id_supporter_text_id_fk" FOREIGN KEY ("listed_text_id") REFERENCES "public"."supporter_text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter" ADD CONSTRAINT "supporter_news_text_id_supporter_text_id_fk" FOREIGN KEY ("news_text_id") REFERENCES "public"."supporter_text"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_count" ADD CONSTRAINT "supporter_count_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_logo" ADD CONSTRAINT "supporter_logo_supporter_id_supporter_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporter"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_text" ADD CONSTRAINT "supporter_text_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "introduction_initiative" ON "introduction" USING btree ("initiative_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "introduction_first" ON "introduction" USING btree ("first_id");--> statement-breakpoint
CREATE INDEX "introduction_second" ON "introduction" USING btree ("second_id");--> statement-breakpoint
CREATE UNIQUE INDEX "supporter_address" ON "supporter" USING btree ("initiative_id",lower("email"));--> statement-breakpoint
CREATE INDEX "supporter_email" ON "supporter" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "supporter_came" ON "supporter" USING btree ("initiative_id","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "supporter_came_state" ON "supporter" USING btree ("initiative_id","state","created_at" DESC NULLS FIRST,"id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "supporter_search" ON "supporter" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "supporter_link" ON "supporter" USING btree ("link_id") WHERE link_id is not null;--> statement-breakpoint
CREATE INDEX "supporter_waiting" ON "supporter" USING btree ("asked_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "supporter_list_vi" ON "supporter" USING btree ("initiative_id","order_vi" collate "vi-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_list_en" ON "supporter" USING btree ("initiative_id","order_en" collate "en-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_kind_vi" ON "supporter" USING btree ("initiative_id","kind","order_vi" collate "vi-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_kind_en" ON "supporter" USING btree ("initiative_id","kind","order_en" collate "en-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_country_vi" ON "supporter" USING btree ("initiative_id","country","order_vi" collate "vi-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_country_en" ON "supporter" USING btree ("initiative_id","country","order_en" collate "en-x-icu","id") WHERE state = 'joined' and listed_at is not null;--> statement-breakpoint
ALTER TABLE "list" ADD CONSTRAINT "list_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "list_initiative" ON "list" USING btree ("initiative_id","organization_id") WHERE initiative_id is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed', 'member-invited', 'member-removed', 'address-asked', 'reminder', 'opening-asked', 'opening', 'feedback-asked', 'list-asked', 'announcement', 'campaign', 'supporter-asked', 'supporter-told', 'introduction'));--> statement-breakpoint
-- How many there are of each kind and country: no page counts a hundred thousand rows.
CREATE FUNCTION public.count_supporters() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO supporter_count AS c (initiative_id, kind, country, waiting, joined, gone, listed)
    SELECT initiative_id, kind, country, count(*) FILTER (WHERE state = 'waiting'), count(*) FILTER (WHERE state = 'joined'),
      count(*) FILTER (WHERE state IN ('left', 'removed')), count(listed_at)
    FROM added GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
    ON CONFLICT (initiative_id, kind, country) DO UPDATE SET waiting = c.waiting + excluded.waiting,
      joined = c.joined + excluded.joined, gone = c.gone + excluded.gone, listed = c.listed + excluded.listed;
  ELSIF TG_OP = 'UPDATE' THEN
    INSERT INTO supporter_count AS c (initiative_id, kind, country, waiting, joined, gone, listed)
    SELECT * FROM (
      SELECT initiative_id, kind, country, coalesce(sum(n) FILTER (WHERE state = 'waiting'), 0) AS waiting,
        coalesce(sum(n) FILTER (WHERE state = 'joined'), 0) AS joined,
        coalesce(sum(n) FILTER (WHERE state IN ('left', 'removed')), 0) AS gone,
        coalesce(sum(n) FILTER (WHERE listed_at IS NOT NULL), 0) AS listed
      FROM (
        SELECT initiative_id, kind, country, state, listed_at, 1 AS n FROM added
        UNION ALL SELECT initiative_id, kind, country, state, listed_at, -1 FROM removed
      ) each GROUP BY 1, 2, 3
    ) d
    WHERE waiting <> 0 OR joined <> 0 OR gone <> 0 OR listed <> 0
    ORDER BY 1, 2, 3
    ON CONFLICT (initiative_id, kind, country) DO UPDATE SET waiting = c.waiting + excluded.waiting,
      joined = c.joined + excluded.joined, gone = c.gone + excluded.gone, listed = c.listed + excluded.listed;
  ELSE
    UPDATE supporter_count c SET waiting = c.waiting - d.waiting, joined = c.joined - d.joined, gone = c.gone - d.gone,
      listed = c.listed - d.listed
    FROM (
      SELECT initiative_id, kind, country, count(*) FILTER (WHERE state = 'waiting') AS waiting,
        count(*) FILTER (WHERE state = 'joined') AS joined,
        count(*) FILTER (WHERE state IN ('left', 'removed')) AS gone, count(listed_at) AS listed
      FROM removed GROUP BY 1, 2, 3
    ) d
    WHERE c.initiative_id = d.initiative_id AND c.kind = d.kind AND c.country = d.country;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- Not while a backup is restored, which brings the counts along.
CREATE TRIGGER count_added AFTER INSERT ON supporter REFERENCING NEW TABLE AS added FOR EACH STATEMENT
  WHEN (current_setting('bantron.restoring', true) IS DISTINCT FROM 'yes') EXECUTE FUNCTION public.count_supporters();
--> statement-breakpoint
CREATE TRIGGER count_moved AFTER UPDATE ON supporter REFERENCING OLD TABLE AS removed NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION public.count_supporters();
--> statement-breakpoint
CREATE TRIGGER count_removed AFTER DELETE ON supporter REFERENCING OLD TABLE AS removed FOR EACH STATEMENT
  EXECUTE FUNCTION public.count_supporters();
--> statement-breakpoint
-- Whoever was removed, or asked to meet another, by an organizer: both can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON supporter FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON introduction FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
