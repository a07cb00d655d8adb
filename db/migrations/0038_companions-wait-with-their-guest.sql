ALTER TABLE "registration" ADD COLUMN "wished_companions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "wished_names" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_wished_companions" CHECK (wished_companions >= 0);