ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_seats";--> statement-breakpoint
ALTER TABLE "guest_category" DROP CONSTRAINT "guest_category_counts";--> statement-breakpoint
ALTER TABLE "guest_category" ADD COLUMN "companion_limit" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_category" ADD COLUMN "companions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "companions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "companion_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_seats" CHECK (capacity is null or confirmed + offered + companions - beyond <= capacity);--> statement-breakpoint
ALTER TABLE "guest_category" ADD CONSTRAINT "guest_category_counts" CHECK (least(pending, confirmed, waitlisted, offered, cancelled, declined, beyond, companions, companion_limit) >= 0);--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_companions" CHECK (companions >= 0 and (companions = 0 or state = 'confirmed'));