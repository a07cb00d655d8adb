CREATE TABLE "link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"source" text NOT NULL,
	"target" text NOT NULL,
	"url" text,
	"locale" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "link_code_unique" UNIQUE("code"),
	CONSTRAINT "link_source" CHECK (source in ('poster', 'partner', 'co-host', 'post', 'mail', 'other')),
	CONSTRAINT "link_target" CHECK (target in ('event', 'register', 'agenda', 'recap', 'page')),
	CONSTRAINT "link_url" CHECK ((target = 'page') = (url is not null))
);
--> statement-breakpoint
CREATE TABLE "link_day" (
	"link_id" uuid NOT NULL,
	"day" date NOT NULL,
	"person" integer DEFAULT 0 NOT NULL,
	"machine" integer DEFAULT 0 NOT NULL,
	"unsure" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "link_day_link_id_day_pk" PRIMARY KEY("link_id","day")
);
--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "link_id" uuid;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_day" ADD CONSTRAINT "link_day_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "link_event" ON "link" USING btree ("event_id","created_at" DESC NULLS LAST,"id");--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_link_id_link_id_fk" FOREIGN KEY ("link_id") REFERENCES "public"."link"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_link" ON "registration" USING btree ("link_id") WHERE link_id is not null;