CREATE TABLE "imported_person" (
	"event_id" uuid NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"brought" jsonb NOT NULL,
	"brought_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imported_person_event_id_key_pk" PRIMARY KEY("event_id","key")
);
--> statement-breakpoint
CREATE TABLE "imported_session" (
	"event_id" uuid NOT NULL,
	"key" text NOT NULL,
	"session_id" uuid NOT NULL,
	"brought" jsonb NOT NULL,
	"brought_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imported_session_event_id_key_pk" PRIMARY KEY("event_id","key")
);
--> statement-breakpoint
ALTER TABLE "imported_person" ADD CONSTRAINT "imported_person_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_person" ADD CONSTRAINT "imported_person_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_session" ADD CONSTRAINT "imported_session_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_session" ADD CONSTRAINT "imported_session_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_person_person" ON "imported_person" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "imported_session_session" ON "imported_session" USING btree ("session_id");