CREATE TABLE "award" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"section_id" uuid,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "award_winner" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"award_id" uuid NOT NULL,
	"film_id" uuid,
	"person_id" uuid,
	"citation" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "award_winner_named" CHECK (num_nonnulls(film_id, person_id) > 0)
);
--> statement-breakpoint
CREATE TABLE "juror" (
	"section_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"is_chair" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "juror_section_id_person_id_pk" PRIMARY KEY("section_id","person_id")
);
--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award" ADD CONSTRAINT "award_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_winner" ADD CONSTRAINT "award_winner_award_id_award_id_fk" FOREIGN KEY ("award_id") REFERENCES "public"."award"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_winner" ADD CONSTRAINT "award_winner_film_id_film_id_fk" FOREIGN KEY ("film_id") REFERENCES "public"."film"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_winner" ADD CONSTRAINT "award_winner_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror" ADD CONSTRAINT "juror_section_id_section_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."section"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "juror" ADD CONSTRAINT "juror_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "award_event" ON "award" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "award_section" ON "award" USING btree ("section_id");--> statement-breakpoint
CREATE INDEX "award_winner_award" ON "award_winner" USING btree ("award_id","position");--> statement-breakpoint
CREATE INDEX "award_winner_film" ON "award_winner" USING btree ("film_id");--> statement-breakpoint
CREATE INDEX "award_winner_person" ON "award_winner" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "juror_person" ON "juror" USING btree ("person_id");--> statement-breakpoint
-- What is done to them can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON award FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON award_winner FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON juror FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
