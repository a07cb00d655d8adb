CREATE TABLE "series" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "series_id" uuid;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "edition" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "search" text GENERATED ALWAYS AS (search_text(coalesce(title ->> 'vi', '') || ' ' || coalesce(title ->> 'en', '') || ' ' || coalesce(theme ->> 'vi', '') || ' ' || coalesce(theme ->> 'en', '') || ' ' || edition)) STORED;--> statement-breakpoint
ALTER TABLE "initiative" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "is_demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "event_search" ON "event" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "event_series" ON "event" USING btree ("series_id");--> statement-breakpoint
CREATE INDEX "event_ends" ON "event" USING btree ("ends_at") WHERE published_at is not null;