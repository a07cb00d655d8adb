CREATE TABLE "question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"label" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"help" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"is_required" boolean DEFAULT false NOT NULL,
	"moment" text DEFAULT 'registration' NOT NULL,
	"position" integer NOT NULL,
	"categories" text[] DEFAULT '{}' NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"texts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"condition" jsonb,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_code" UNIQUE("event_id","code"),
	CONSTRAINT "question_kind" CHECK (kind in ('short', 'long', 'one', 'several', 'yes-no', 'number', 'date', 'agreement')),
	CONSTRAINT "question_moment" CHECK (moment in ('registration', 'afterwards', 'door'))
);
--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_answers" ON "registration" USING gin ("answers" jsonb_path_ops);--> statement-breakpoint
-- What an organizer changed or took away can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON question FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
