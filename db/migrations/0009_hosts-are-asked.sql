CREATE TABLE "host_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"organization_id" uuid NOT NULL,
	"guest_quota" integer,
	"asked_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "host_request_once" UNIQUE("event_id","organization_id")
);
--> statement-breakpoint
CREATE TABLE "event_person" (
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "event_person_event_id_person_id_pk" PRIMARY KEY("event_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "host_request" ADD CONSTRAINT "host_request_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_request" ADD CONSTRAINT "host_request_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "host_request" ADD CONSTRAINT "host_request_asked_by_id_account_id_fk" FOREIGN KEY ("asked_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_person" ADD CONSTRAINT "event_person_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event_person" ADD CONSTRAINT "event_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "host_request_organization" ON "host_request" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "event_person_person" ON "event_person" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting'));--> statement-breakpoint
INSERT INTO "event_person" ("event_id", "person_id")
SELECT s.event_id, a.person_id FROM appearance a JOIN session s ON s.id = a.session_id
UNION SELECT s.event_id, i.person_id FROM invitation i JOIN session s ON s.id = i.session_id WHERE i.person_id IS NOT NULL
UNION SELECT event_id, person_id FROM speaking
UNION SELECT event_id, person_id FROM note WHERE person_id IS NOT NULL
UNION SELECT event_id, owner_id FROM note WHERE owner_id IS NOT NULL;
