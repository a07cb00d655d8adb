CREATE TABLE "guest_tag" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration_tag" (
	"registration_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	CONSTRAINT "registration_tag_registration_id_tag_id_pk" PRIMARY KEY("registration_id","tag_id")
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "is_vip" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_tag" ADD CONSTRAINT "guest_tag_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_tag" ADD CONSTRAINT "registration_tag_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration_tag" ADD CONSTRAINT "registration_tag_tag_id_guest_tag_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."guest_tag"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "guest_tag_name" ON "guest_tag" USING btree ("event_id",lower(name));--> statement-breakpoint
CREATE INDEX "registration_tag_tag" ON "registration_tag" USING btree ("tag_id");--> statement-breakpoint
-- What an act does to tags is taken back with it.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON guest_tag FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON registration_tag FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
