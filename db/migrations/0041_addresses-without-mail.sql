CREATE TABLE "bounce" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"outbox_id" uuid,
	"inbound_mail_id" uuid,
	"recipient" text NOT NULL,
	"verdict" text NOT NULL,
	"status" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bounce_verdict" CHECK (verdict in ('dead', 'temporary', 'refused', 'unclear', 'complaint'))
);
--> statement-breakpoint
CREATE TABLE "paused_domain" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"domain" text NOT NULL,
	"since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"outbox_id" uuid,
	"resumed_at" timestamp (3) with time zone,
	"resumed_by_id" uuid
);
--> statement-breakpoint
CREATE TABLE "suppression" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"scope" text NOT NULL,
	"cause" text NOT NULL,
	"bounce_id" uuid,
	"outbox_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by_id" uuid,
	"lifted_reason" text,
	CONSTRAINT "suppression_scope" CHECK (scope in ('all', 'advertising')),
	CONSTRAINT "suppression_cause" CHECK (cause in ('dead', 'temporary', 'complaint'))
);
--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bounce" ADD CONSTRAINT "bounce_inbound_mail_id_inbound_mail_id_fk" FOREIGN KEY ("inbound_mail_id") REFERENCES "public"."inbound_mail"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paused_domain" ADD CONSTRAINT "paused_domain_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paused_domain" ADD CONSTRAINT "paused_domain_resumed_by_id_account_id_fk" FOREIGN KEY ("resumed_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_bounce_id_bounce_id_fk" FOREIGN KEY ("bounce_id") REFERENCES "public"."bounce"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_outbox_id_outbox_id_fk" FOREIGN KEY ("outbox_id") REFERENCES "public"."outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suppression" ADD CONSTRAINT "suppression_lifted_by_id_account_id_fk" FOREIGN KEY ("lifted_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bounce_returned" ON "bounce" USING btree ("outbox_id") WHERE verdict <> 'complaint';--> statement-breakpoint
CREATE UNIQUE INDEX "bounce_complaint" ON "bounce" USING btree ("outbox_id") WHERE verdict = 'complaint';--> statement-breakpoint
CREATE UNIQUE INDEX "bounce_unproven" ON "bounce" USING btree ("inbound_mail_id","recipient") WHERE outbox_id is null;--> statement-breakpoint
CREATE INDEX "bounce_recipient" ON "bounce" USING btree ("recipient","received_at");--> statement-breakpoint
CREATE INDEX "bounce_unproven_at" ON "bounce" USING btree ("received_at") WHERE outbox_id is null;--> statement-breakpoint
CREATE UNIQUE INDEX "paused_domain_standing" ON "paused_domain" USING btree ("domain") WHERE resumed_at is null;--> statement-breakpoint
CREATE INDEX "paused_domain_outbox" ON "paused_domain" USING btree ("outbox_id");--> statement-breakpoint
CREATE UNIQUE INDEX "suppression_standing" ON "suppression" USING btree ("email","scope") WHERE lifted_at is null;--> statement-breakpoint
CREATE INDEX "suppression_email" ON "suppression" USING btree ("email","scope","lifted_at");--> statement-breakpoint
CREATE INDEX "suppression_outbox" ON "suppression" USING btree ("outbox_id");