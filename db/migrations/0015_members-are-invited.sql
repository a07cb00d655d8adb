CREATE TABLE "member_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organization_id" uuid NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"invited_by_id" uuid,
	"invited_by" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"accepted_at" timestamp (3) with time zone,
	"withdrawn_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "member_invitation_tokenHash_unique" UNIQUE("token_hash"),
	CONSTRAINT "member_invitation_role" CHECK (role in ('admin', 'organizer', 'rapporteur', 'door'))
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member_invitation" ADD CONSTRAINT "member_invitation_invited_by_id_account_id_fk" FOREIGN KEY ("invited_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "member_invitation_open" ON "member_invitation" USING btree ("organization_id",lower("email")) WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder', 'hosting', 'contact-changed', 'member-invited'));