ALTER TABLE "event" ADD COLUMN "entry" text;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "tickets_url" text;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_entry" CHECK (entry in ('free', 'priced', 'invitation'));--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_tickets" CHECK (tickets_url is null or (coalesce(entry, '') = 'priced' and tickets_url like 'https://%'));