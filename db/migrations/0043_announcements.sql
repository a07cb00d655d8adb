CREATE TABLE "announcement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"text" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"is_public" boolean DEFAULT false NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"sent_by_name" text DEFAULT '' NOT NULL,
	"same_address" integer DEFAULT 0 NOT NULL,
	"without_address" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "announcement_recipient" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"announcement_id" uuid NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"group" text NOT NULL,
	"registration_id" uuid,
	CONSTRAINT "announcement_recipient_once" UNIQUE("announcement_id","email_key"),
	CONSTRAINT "announcement_recipient_group" CHECK ("group" in ('registered', 'speakers', 'hosts'))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "announcement_recipient_id" uuid;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement" ADD CONSTRAINT "announcement_created_by_id_account_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_announcement_id_announcement_id_fk" FOREIGN KEY ("announcement_id") REFERENCES "public"."announcement"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "announcement_recipient" ADD CONSTRAINT "announcement_recipient_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "announcement_event" ON "announcement" USING btree ("event_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "announcement_public" ON "announcement" USING btree ("event_id","sent_at" DESC NULLS LAST) WHERE is_public and sent_at is not null;--> statement-breakpoint
CREATE INDEX "announcement_recipient_registration" ON "announcement_recipient" USING btree ("registration_id");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_announcement_recipient_id_announcement_recipient_id_fk" FOREIGN KEY ("announcement_recipient_id") REFERENCES "public"."announcement_recipient"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_announcement" ON "outbox" USING btree ("announcement_recipient_id") WHERE announcement_recipient_id is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed', 'member-invited', 'member-removed', 'address-asked', 'reminder', 'opening-asked', 'opening', 'feedback-asked', 'list-asked', 'announcement'));--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON announcement FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
-- An announcement that is taken back went to nobody: its draft begins anew.
CREATE FUNCTION public.forget_recipients() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM announcement_recipient WHERE announcement_id = NEW.id;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER forget_recipients AFTER UPDATE OF sent_at ON announcement FOR EACH ROW
  WHEN (NEW.sent_at IS NULL AND OLD.sent_at IS NOT NULL) EXECUTE FUNCTION public.forget_recipients();
