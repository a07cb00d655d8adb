CREATE TABLE "contact_proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"proposed_by_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "contact_proposal" ADD CONSTRAINT "contact_proposal_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_proposal" ADD CONSTRAINT "contact_proposal_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_proposal" ADD CONSTRAINT "contact_proposal_proposed_by_id_account_id_fk" FOREIGN KEY ("proposed_by_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "contact_proposal_once" ON "contact_proposal" USING btree ("person_id","proposed_by_id");--> statement-breakpoint
CREATE INDEX "contact_proposal_event" ON "contact_proposal" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed'));