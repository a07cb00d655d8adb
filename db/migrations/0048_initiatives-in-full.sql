CREATE TABLE "initiative_document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"file_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "initiative_figure" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"points" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "initiative_goal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"remark" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"due_on" date,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_goal_state" CHECK (state in ('planned', 'under-way', 'reached', 'given-up'))
);
--> statement-breakpoint
CREATE TABLE "initiative_news" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"body" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dated_on" date NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	"source_url" text,
	"published_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_news_source" CHECK (source_url is null or source_url ~ '^https?://')
);
--> statement-breakpoint
CREATE TABLE "initiative_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"initiative_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"asked_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_request_once" UNIQUE("initiative_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "initiative_event" (
	"initiative_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_event_initiative_id_event_id_pk" PRIMARY KEY("initiative_id","event_id")
);
--> statement-breakpoint
CREATE TABLE "initiative_note" (
	"initiative_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_note_initiative_id_note_id_pk" PRIMARY KEY("initiative_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "initiative_session" (
	"initiative_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "initiative_session_initiative_id_session_id_pk" PRIMARY KEY("initiative_id","session_id")
);
--> statement-breakpoint
ALTER TABLE "act" DROP CONSTRAINT "act_place";--> statement-breakpoint
ALTER TABLE "picture" DROP CONSTRAINT "picture_owner";--> statement-breakpoint
ALTER TABLE "act" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "published_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "initiative_organization" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "activity" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "initiative_id" uuid;--> statement-breakpoint
ALTER TABLE "initiative_document" ADD CONSTRAINT "initiative_document_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_document" ADD CONSTRAINT "initiative_document_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_figure" ADD CONSTRAINT "initiative_figure_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_goal" ADD CONSTRAINT "initiative_goal_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_news" ADD CONSTRAINT "initiative_news_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_request" ADD CONSTRAINT "initiative_request_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_request" ADD CONSTRAINT "initiative_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_request" ADD CONSTRAINT "initiative_request_asked_by_id_account_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_event" ADD CONSTRAINT "initiative_event_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_note" ADD CONSTRAINT "initiative_note_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_note" ADD CONSTRAINT "initiative_note_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_session" ADD CONSTRAINT "initiative_session_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_session" ADD CONSTRAINT "initiative_session_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "initiative_document_initiative" ON "initiative_document" USING btree ("initiative_id","position");--> statement-breakpoint
CREATE INDEX "initiative_document_file" ON "initiative_document" USING btree ("file_id");--> statement-breakpoint
CREATE INDEX "initiative_figure_initiative" ON "initiative_figure" USING btree ("initiative_id","position");--> statement-breakpoint
CREATE INDEX "initiative_goal_initiative" ON "initiative_goal" USING btree ("initiative_id","position");--> statement-breakpoint
CREATE INDEX "initiative_news_initiative" ON "initiative_news" USING btree ("initiative_id","dated_on" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "initiative_request_organization" ON "initiative_request" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "initiative_event_event" ON "initiative_event" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "initiative_note_note" ON "initiative_note" USING btree ("note_id");--> statement-breakpoint
CREATE INDEX "initiative_session_session" ON "initiative_session" USING btree ("session_id");--> statement-breakpoint
ALTER TABLE "act" ADD CONSTRAINT "act_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_initiative_id_initiative_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiative"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "initiative_born_at" ON "initiative" USING btree ("born_at_id");--> statement-breakpoint
CREATE INDEX "initiative_organization_body" ON "initiative_organization" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "activity_initiative" ON "activity" USING btree ("initiative_id","id" DESC NULLS LAST) WHERE initiative_id is not null;--> statement-breakpoint
CREATE INDEX "picture_initiative" ON "picture" USING btree ("initiative_id","position") WHERE initiative_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "picture_initiative_cover" ON "picture" USING btree ("initiative_id") WHERE use = 'cover' and initiative_id is not null and removed_at is null;--> statement-breakpoint
ALTER TABLE "act" ADD CONSTRAINT "act_place" CHECK (num_nonnulls(event_id, organization_id, initiative_id) = 1);--> statement-breakpoint
ALTER TABLE "initiative" ADD CONSTRAINT "initiative_slug" CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$');--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_owner" CHECK (num_nonnulls(event_id, organization_id, initiative_id) = 1
        and (use in ('gallery', 'cover')) = (organization_id is null));--> statement-breakpoint
-- Those that are there were on public pages already.
UPDATE initiative SET published_at = created_at;
--> statement-breakpoint
-- What is done at an initiative can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_organization FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_request FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_goal FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_news FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_document FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_figure FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_note FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_event FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON initiative_session FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
