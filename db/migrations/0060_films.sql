CREATE TABLE "film" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"section_id" uuid,
	"original_title" text DEFAULT '' NOT NULL,
	"original_language" text DEFAULT '' NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"synopsis" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"countries" text[] DEFAULT '{}' NOT NULL,
	"year" integer,
	"minutes" integer,
	"languages" text[] DEFAULT '{}' NOT NULL,
	"subtitles" text[] DEFAULT '{}' NOT NULL,
	"rating" text,
	"premiere" text,
	"trailer_url" text,
	"removed_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"search" text GENERATED ALWAYS AS (search_text(original_title || ' ' || coalesce(title ->> 'vi', '') || ' ' || coalesce(title ->> 'en', ''))) STORED,
	CONSTRAINT "film_slug" UNIQUE("event_id","slug"),
	CONSTRAINT "film_slug_plain" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "film_rating" CHECK (rating in ('P', 'K', 'T13', 'T16', 'T18', 'C')),
	CONSTRAINT "film_premiere" CHECK (premiere in ('world', 'international', 'asian', 'national')),
	CONSTRAINT "film_year" CHECK (year between 1880 and 2199),
	CONSTRAINT "film_minutes" CHECK (minutes between 1 and 2000),
	CONSTRAINT "film_trailer" CHECK (trailer_url like 'https://%')
);
--> statement-breakpoint
CREATE TABLE "film_credit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"film_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "film_credit_once" UNIQUE("film_id","person_id","role"),
	CONSTRAINT "film_credit_role" CHECK (role in ('director', 'screenplay', 'cinematography', 'editing', 'music', 'producer', 'cast'))
);
--> statement-breakpoint
CREATE TABLE "section" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"kind" text DEFAULT 'other' NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"description" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "section_slug" UNIQUE("event_id","slug"),
	CONSTRAINT "section_kind" CHECK (kind in ('competition', 'panorama', 'focus', 'retrospective', 'special', 'other')),
	CONSTRAINT "section_slug_plain" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "session_film" (
	"session_id" uuid NOT NULL,
	"film_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "session_film_session_id_film_id_pk" PRIMARY KEY("session_id","film_id")
);
--> statement-breakpoint
ALTER TABLE "picture" DROP CONSTRAINT "picture_use";--> statement-breakpoint
ALTER TABLE "picture" DROP CONSTRAINT "picture_owner";--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "film_id" uuid;--> statement-breakpoint
ALTER TABLE "film" ADD CONSTRAINT "film_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "film" ADD CONSTRAINT "film_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "film_credit" ADD CONSTRAINT "film_credit_film_id_film_id_fk" FOREIGN KEY ("film_id") REFERENCES "public"."film"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "film_credit" ADD CONSTRAINT "film_credit_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section" ADD CONSTRAINT "section_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_film" ADD CONSTRAINT "session_film_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_film" ADD CONSTRAINT "session_film_film_id_film_id_fk" FOREIGN KEY ("film_id") REFERENCES "public"."film"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "film_section" ON "film" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "film_credit_person" ON "film_credit" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_film_film" ON "session_film" USING btree ("film_id");--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_film_id_film_id_fk" FOREIGN KEY ("film_id") REFERENCES "public"."film"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "picture_film" ON "picture" USING btree ("film_id","position") WHERE film_id is not null;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_still" CHECK ((use = 'still') = (film_id is not null) and (film_id is null or event_id is not null));--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_use" CHECK (use in ('gallery', 'cover', 'logo', 'logo-dark', 'still'));--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_owner" CHECK (num_nonnulls(event_id, organization_id, initiative_id) = 1
        and (use in ('gallery', 'cover', 'still')) = (organization_id is null));--> statement-breakpoint
-- What is done to them can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON section FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON film FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON film_credit FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON session_film FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
