CREATE TABLE "guest_view" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"account_id" uuid,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "guest_view" ADD CONSTRAINT "guest_view_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guest_view" ADD CONSTRAINT "guest_view_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "guest_view_event" ON "guest_view" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "registration_name" ON "registration" USING btree ("event_id",(name collate "vi-x-icu"),"id");--> statement-breakpoint
CREATE INDEX "registration_affiliation" ON "registration" USING btree ("event_id",(affiliation collate "vi-x-icu"),"id");