CREATE TABLE "campaign_recipient" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "campaign_recipient_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"campaign_id" uuid NOT NULL,
	"email" text NOT NULL,
	"contact_id" uuid,
	"list_id" uuid,
	"name" text NOT NULL,
	"locale" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"reason" text,
	"outbox_id" uuid,
	"fed_at" timestamp (3) with time zone,
	"known_at" timestamp (3) with time zone,
	CONSTRAINT "campaign_recipient_address" UNIQUE("campaign_id","email"),
	CONSTRAINT "campaign_recipient_state_known" CHECK (state in ('waiting', 'queued', 'sent', 'skipped', 'suppressed', 'failed')),
	CONSTRAINT "campaign_recipient_reason_known" CHECK (reason in ('left-list', 'contact-gone', 'week-full', 'day-full', 'stopped', 'address-dead', 'complained', 'refused', 'outcome-unknown', 'unsendable')),
	CONSTRAINT "campaign_recipient_why" CHECK ((reason is not null) = (state in ('skipped', 'suppressed', 'failed')))
);
--> statement-breakpoint
CREATE TABLE "campaign" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"event_id" uuid,
	"name" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"subject" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"audience" jsonb NOT NULL,
	"scheduled_at" timestamp (3) with time zone,
	"per_hour" integer,
	"per_domain_hour" integer,
	"attended_at" timestamp (3) with time zone,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "campaign_state" CHECK (state in ('draft', 'scheduled', 'sending', 'paused', 'overdue', 'stopped', 'finished')),
	CONSTRAINT "campaign_speed" CHECK (per_hour > 0 and per_domain_hour > 0)
);
--> statement-breakpoint
CREATE TABLE "campaign_block" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"kind" text NOT NULL,
	"words" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"subject_id" uuid,
	"url" text,
	"revision" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "campaign_block_kind" CHECK (kind in ('heading', 'text', 'event', 'session', 'picture', 'button'))
);
--> statement-breakpoint
CREATE TABLE "campaign_link" (
	"campaign_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"url" text NOT NULL,
	"link_id" uuid NOT NULL,
	CONSTRAINT "campaign_link_campaign_id_locale_url_pk" PRIMARY KEY("campaign_id","locale","url")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "campaign_id" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "handed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "advertising_rules" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "organization" ADD COLUMN "weekly_mails" integer DEFAULT 2 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_contact_id_contact_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contact"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_list_id_list_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."list"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_recipient" ADD CONSTRAINT "campaign_recipient_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign" ADD CONSTRAINT "campaign_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_block" ADD CONSTRAINT "campaign_block_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_link" ADD CONSTRAINT "campaign_link_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaign_link" ADD CONSTRAINT "campaign_link_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "campaign_recipient_waiting" ON "campaign_recipient" USING btree ("campaign_id","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "campaign_recipient_fed" ON "campaign_recipient" USING btree ("campaign_id","fed_at");--> statement-breakpoint
CREATE INDEX "campaign_recipient_state" ON "campaign_recipient" USING btree ("campaign_id","state","id");--> statement-breakpoint
CREATE INDEX "campaign_recipient_email" ON "campaign_recipient" USING btree ("email","fed_at");--> statement-breakpoint
CREATE INDEX "campaign_recipient_outbox" ON "campaign_recipient" USING btree ("outbox_id") WHERE outbox_id is not null;--> statement-breakpoint
CREATE INDEX "campaign_organization" ON "campaign" USING btree ("organization_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "campaign_event" ON "campaign" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "campaign_open" ON "campaign" USING btree ("scheduled_at") WHERE state in ('scheduled', 'sending');--> statement-breakpoint
CREATE INDEX "campaign_block_campaign" ON "campaign_block" USING btree ("campaign_id","position");--> statement-breakpoint
CREATE INDEX "campaign_link_link" ON "campaign_link" USING btree ("link_id");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_campaign_id_campaign_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaign"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbox_campaign" ON "outbox" USING btree ("campaign_id","state") WHERE campaign_id is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed', 'member-invited', 'member-removed', 'address-asked', 'reminder', 'opening-asked', 'opening', 'feedback-asked', 'list-asked', 'announcement', 'campaign'));--> statement-breakpoint
-- What became of a mail is what became of its recipient, in the same statement: the ledger is never behind the outbox.
CREATE FUNCTION public.settle_recipient() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF new.state = 'queued' OR new.state = 'sending' THEN
    UPDATE campaign_recipient SET state = 'queued', reason = null, known_at = null
    WHERE outbox_id = new.id AND state = 'failed';
  ELSE
    UPDATE campaign_recipient r SET
      state = CASE WHEN new.state = 'sent' THEN 'sent' WHEN new.last_error = 'left-list' THEN 'skipped'
        WHEN new.last_error = 'suppressed' THEN 'suppressed' ELSE 'failed' END,
      reason = CASE WHEN new.state = 'sent' THEN null
        WHEN new.last_error IN ('left-list', 'outcome-unknown') THEN new.last_error
        WHEN new.last_error = 'suppressed' THEN CASE WHEN EXISTS (
          SELECT FROM suppression s WHERE s.email = lower(new.recipient_email) AND s.scope = 'all' AND s.lifted_at IS NULL
        ) THEN 'address-dead' ELSE 'complained' END
        WHEN new.last_error IN ('address-invalid', 'mail-unwritable', 'attempts-exhausted', 'campaign-gone') THEN 'unsendable'
        ELSE 'refused' END,
      known_at = now()
    WHERE outbox_id = new.id AND state IN ('queued', 'sent');
  END IF;
  RETURN null;
END $$;
--> statement-breakpoint
CREATE TRIGGER settle_recipient AFTER UPDATE OF state ON outbox FOR EACH ROW
  WHEN (new.campaign_id IS NOT NULL AND new.state IS DISTINCT FROM old.state) EXECUTE FUNCTION public.settle_recipient();
