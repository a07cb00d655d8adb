ALTER TABLE "event" ADD COLUMN "asks_address" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "address_asked" boolean DEFAULT false NOT NULL;