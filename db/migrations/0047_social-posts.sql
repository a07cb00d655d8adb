CREATE TABLE "social_post" (
	"event_id" uuid NOT NULL,
	"about" text NOT NULL,
	"locale" text NOT NULL,
	"network" text NOT NULL,
	"text" text NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "social_post_event_id_about_locale_network_pk" PRIMARY KEY("event_id","about","locale","network"),
	CONSTRAINT "social_post_about" CHECK (about ~ '^(event|recap|session/[0-9a-f-]{36})$'),
	CONSTRAINT "social_post_locale" CHECK (locale in ('vi', 'en')),
	CONSTRAINT "social_post_network" CHECK (network in ('facebook', 'x', 'linkedin', 'instagram', 'threads', 'zalo', 'bluesky', 'mastodon'))
);
--> statement-breakpoint
ALTER TABLE "social_post" ADD CONSTRAINT "social_post_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;