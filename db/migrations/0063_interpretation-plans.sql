CREATE TABLE "interpretation_equipment" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"receivers" integer,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "interpretation_equipment_receivers" CHECK (coalesce(receivers, 0) >= 0)
);
--> statement-breakpoint
CREATE TABLE "interpretation_rules" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"longest_minutes" integer NOT NULL,
	"rest_minutes" integer NOT NULL,
	CONSTRAINT "interpretation_rules_minutes" CHECK (longest_minutes > 0 and rest_minutes >= 0)
);
--> statement-breakpoint
CREATE TABLE "interpretation_shift" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"source" text NOT NULL,
	"target" text NOT NULL,
	"both_ways" boolean DEFAULT true NOT NULL,
	"way" text NOT NULL,
	"from_minute" integer NOT NULL,
	"minutes" integer NOT NULL,
	CONSTRAINT "interpretation_shift_way" CHECK (way in ('booth', 'whisper', 'consecutive')),
	CONSTRAINT "interpretation_shift_languages" CHECK (source <> target),
	CONSTRAINT "interpretation_shift_minutes" CHECK (from_minute >= 0 and minutes > 0)
);
--> statement-breakpoint
CREATE TABLE "turn_language" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"language" text NOT NULL,
	CONSTRAINT "turn_language_session_id_person_id_pk" PRIMARY KEY("session_id","person_id"),
	CONSTRAINT "turn_language_code" CHECK (language in ('vi', 'en'))
);
--> statement-breakpoint
ALTER TABLE "interpretation_equipment" ADD CONSTRAINT "interpretation_equipment_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpretation_rules" ADD CONSTRAINT "interpretation_rules_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpretation_shift" ADD CONSTRAINT "interpretation_shift_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "interpretation_shift" ADD CONSTRAINT "interpretation_shift_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_language" ADD CONSTRAINT "turn_language_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn_language" ADD CONSTRAINT "turn_language_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "interpretation_shift_session" ON "interpretation_shift" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "interpretation_shift_person" ON "interpretation_shift" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "turn_language_person" ON "turn_language" USING btree ("person_id");