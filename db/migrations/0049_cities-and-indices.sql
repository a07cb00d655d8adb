CREATE TABLE "initiative_city" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"country" text NOT NULL,
	"latitude" double precision NOT NULL,
	"longitude" double precision NOT NULL,
	"role" text NOT NULL,
	"from_date" text,
	"to_date" text,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_city_key" UNIQUE("initiative_id","key"),
	CONSTRAINT "initiative_city_role" CHECK (role in ('home', 'hub', 'partner')),
	CONSTRAINT "initiative_city_key_shape" CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
	CONSTRAINT "initiative_city_country" CHECK (country ~ '^[A-Z]{2}$'),
	CONSTRAINT "initiative_city_latitude" CHECK (latitude between -90 and 90),
	CONSTRAINT "initiative_city_longitude" CHECK (longitude between -180 and 180),
	CONSTRAINT "initiative_city_from" CHECK (from_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
	CONSTRAINT "initiative_city_to" CHECK (to_date ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "data_index" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"summary" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"grid" text DEFAULT 'none' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "data_index_slug_unique" UNIQUE("slug"),
	CONSTRAINT "data_index_grid" CHECK (grid in ('none', 'provinces')),
	CONSTRAINT "data_index_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "index_component" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"weight" double precision,
	"method" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "index_component_key" UNIQUE("edition_id","key"),
	CONSTRAINT "index_component_weight" CHECK (weight between 0 and 100),
	CONSTRAINT "index_component_key_shape" CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "index_edition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"index_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"announced_on" text,
	"announced_at" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"participants" integer,
	"participants_source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"note" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"published_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "index_edition_year" UNIQUE("index_id","year"),
	CONSTRAINT "index_edition_year_range" CHECK (year between 1900 and 2199),
	CONSTRAINT "index_edition_participants" CHECK (participants >= 0),
	CONSTRAINT "index_edition_announced" CHECK (announced_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$')
);
--> statement-breakpoint
CREATE TABLE "index_entry" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"edition_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"rank" integer,
	"rank_source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"score" double precision,
	"score_source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "index_entry_once" UNIQUE("edition_id","unit_id"),
	CONSTRAINT "index_entry_rank" CHECK (rank > 0)
);
--> statement-breakpoint
CREATE TABLE "index_succession" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"before_id" uuid NOT NULL,
	"after_id" uuid NOT NULL,
	"on_day" date NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "index_succession_once" UNIQUE("before_id","after_id"),
	CONSTRAINT "index_succession_other" CHECK (before_id <> after_id)
);
--> statement-breakpoint
CREATE TABLE "index_unit" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"index_id" uuid NOT NULL,
	"key" text NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"from_day" date,
	"to_day" date,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "index_unit_key" UNIQUE("index_id","key"),
	CONSTRAINT "index_unit_days" CHECK (from_day is null or to_day is null or from_day <= to_day),
	CONSTRAINT "index_unit_key_shape" CHECK (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
);
--> statement-breakpoint
CREATE TABLE "index_value" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"entry_id" uuid NOT NULL,
	"component_id" uuid NOT NULL,
	"rank" integer,
	"score" double precision,
	"remark" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"source" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "index_value_once" UNIQUE("entry_id","component_id"),
	CONSTRAINT "index_value_rank" CHECK (rank > 0)
);
--> statement-breakpoint
ALTER TABLE "initiative_city" ADD CONSTRAINT "initiative_city_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "data_index" ADD CONSTRAINT "data_index_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_component" ADD CONSTRAINT "index_component_edition_id_index_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."index_edition"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_edition" ADD CONSTRAINT "index_edition_index_id_data_index_id_fk" FOREIGN KEY ("index_id") REFERENCES "public"."data_index"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_edition_id_index_edition_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."index_edition"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_entry" ADD CONSTRAINT "index_entry_unit_id_index_unit_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."index_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_succession" ADD CONSTRAINT "index_succession_before_id_index_unit_id_fk" FOREIGN KEY ("before_id") REFERENCES "public"."index_unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_succession" ADD CONSTRAINT "index_succession_after_id_index_unit_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."index_unit"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_unit" ADD CONSTRAINT "index_unit_index_id_data_index_id_fk" FOREIGN KEY ("index_id") REFERENCES "public"."data_index"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_value" ADD CONSTRAINT "index_value_entry_id_index_entry_id_fk" FOREIGN KEY ("entry_id") REFERENCES "public"."index_entry"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "index_value" ADD CONSTRAINT "index_value_component_id_index_component_id_fk" FOREIGN KEY ("component_id") REFERENCES "public"."index_component"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "data_index_initiative" ON "data_index" USING btree ("initiative_id");--> statement-breakpoint
CREATE INDEX "index_entry_unit" ON "index_entry" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "index_succession_after" ON "index_succession" USING btree ("after_id");--> statement-breakpoint
CREATE INDEX "index_value_component" ON "index_value" USING btree ("component_id");--> statement-breakpoint
-- What is done to them can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_city FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON data_index FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_unit FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_succession FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_edition FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_component FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_entry FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON index_value FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
