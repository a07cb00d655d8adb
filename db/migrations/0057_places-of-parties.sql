CREATE TABLE "pass_track" (
	"category_id" uuid NOT NULL,
	"track_id" uuid NOT NULL,
	CONSTRAINT "pass_track_category_id_track_id_pk" PRIMARY KEY("category_id","track_id")
);
--> statement-breakpoint
CREATE TABLE "place_rules" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"per_guest" integer,
	"per_session" integer,
	CONSTRAINT "place_rules_counts" CHECK (coalesce(per_guest, 1) > 0 and coalesce(per_session, 1) between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "sign_up" ADD COLUMN "seats" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "sign_up" ADD COLUMN "sequence" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pass_track" ADD CONSTRAINT "pass_track_category_id_guest_category_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."guest_category"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pass_track" ADD CONSTRAINT "pass_track_track_id_track_id_fk" FOREIGN KEY ("track_id") REFERENCES "public"."track"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "place_rules" ADD CONSTRAINT "place_rules_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pass_track_track" ON "pass_track" USING btree ("track_id");--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_seats" CHECK (seats between 1 and 20);