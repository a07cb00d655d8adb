CREATE TABLE "guest_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"quota_id" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"affiliation" text DEFAULT '' NOT NULL,
	"job_title" text DEFAULT '' NOT NULL,
	"locale" text NOT NULL,
	"token_salt" text NOT NULL,
	"token_hash" text NOT NULL,
	"registration_id" uuid,
	"invited_by_id" uuid,
	"answered_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guest_invitation_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "guest_invitation_state" CHECK (state in ('open', 'accepted', 'declined', 'withdrawn', 'released'))
);
--> statement-breakpoint
CREATE TABLE "quota" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"category_id" uuid NOT NULL,
	"reserved" integer NOT NULL,
	"invited" integer DEFAULT 0 NOT NULL,
	"accepted" integer DEFAULT 0 NOT NULL,
	"declined" integer DEFAULT 0 NOT NULL,
	"released" integer DEFAULT 0 NOT NULL,
	"releases_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "quota_once" UNIQUE("event_id","organization_id","category_id"),
	CONSTRAINT "quota_counts" CHECK (least(reserved, invited, accepted, declined, released) >= 0),
	CONSTRAINT "quota_places" CHECK (invited + accepted + released <= reserved)
);
--> statement-breakpoint
ALTER TABLE "event" DROP CONSTRAINT "event_seats";--> statement-breakpoint
ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_seats";--> statement-breakpoint
ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_counts";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "held" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_category" ADD COLUMN "held" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_invitation" ADD CONSTRAINT "guest_invitation_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_invitation" ADD CONSTRAINT "guest_invitation_quota_id_quota_id_fk" FOREIGN KEY ("quota_id") REFERENCES "public"."quota"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_invitation" ADD CONSTRAINT "guest_invitation_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_invitation" ADD CONSTRAINT "guest_invitation_invited_by_id_account_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota" ADD CONSTRAINT "quota_category" FOREIGN KEY ("event_id","category_id") REFERENCES "public"."guest_category"("event_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_invitation_once" ON "guest_invitation" USING btree ("quota_id","email_key") WHERE state in ('open', 'accepted');--> statement-breakpoint
CREATE INDEX "guest_invitation_quota" ON "guest_invitation" USING btree ("quota_id","state");--> statement-breakpoint
CREATE INDEX "guest_invitation_event" ON "guest_invitation" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guest_invitation_registration" ON "guest_invitation" USING btree ("registration_id") WHERE state = 'accepted';--> statement-breakpoint
CREATE INDEX "quota_organization" ON "quota" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "quota_release" ON "quota" USING btree ("releases_at") WHERE released_at is null;--> statement-breakpoint
-- How many guests a host may bring stood as one number that kept no seat. Where its event is still to come, as many
-- as are free in the first category are kept now.
DO $$
DECLARE
  h record;
  c record;
  places integer;
BEGIN
  FOR h IN
    SELECT host.event_id, host.organization_id, host.guest_quota FROM host JOIN event e ON e.id = host.event_id
    WHERE host.guest_quota > 0 AND e.starts_at > now() AND e.cancelled_at IS NULL
    ORDER BY host.event_id, host.position
  LOOP
    SELECT g.id, g.waitlisted, g.capacity - g.confirmed - g.offered - g.companions + g.beyond - g.held AS own,
      e.capacity - e.seated + e.beyond - e.held AS hall
    INTO c FROM guest_category g JOIN event e ON e.id = g.event_id
    WHERE g.event_id = h.event_id ORDER BY g.position LIMIT 1;
    -- least() passes over what is null, which is no limit.
    places := CASE WHEN c.waitlisted > 0 THEN 0 ELSE least(h.guest_quota, c.own, c.hall) END;
    CONTINUE WHEN c.id IS NULL OR places <= 0;
    INSERT INTO quota (event_id, organization_id, category_id, reserved)
    VALUES (h.event_id, h.organization_id, c.id, places);
    UPDATE guest_category SET held = held + places WHERE id = c.id;
    UPDATE event SET held = held + places WHERE id = h.event_id;
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "host" DROP COLUMN "guest_quota";--> statement-breakpoint
ALTER TABLE "host_request" DROP COLUMN "guest_quota";--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_seats" CHECK (least(seated, beyond, held) >= 0 and (capacity is null or seated - beyond + held <= capacity));--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_seats" CHECK (capacity is null or confirmed + offered + companions - beyond + held <= capacity);--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_counts" CHECK (least(pending, confirmed, waitlisted, offered, cancelled, declined, beyond, companions, held, companion_limit) >= 0);
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON quota FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON guest_invitation FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
