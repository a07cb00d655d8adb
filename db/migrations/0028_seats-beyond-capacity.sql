ALTER TABLE "event" DROP CONSTRAINT "event_seats";--> statement-breakpoint
ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_seats";--> statement-breakpoint
ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_counts";--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "beyond" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_category" ADD COLUMN "beyond" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "beyond_category" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "beyond_event" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "beyond_reason" text;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_seats" CHECK (seated >= 0 and beyond >= 0 and (capacity is null or seated - beyond <= capacity));--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_seats" CHECK (capacity is null or confirmed + offered - beyond <= capacity);--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_counts" CHECK (least(pending, confirmed, waitlisted, offered, cancelled, declined, beyond) >= 0);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_beyond" CHECK (state = 'confirmed' or not (beyond_category or beyond_event));