ALTER TABLE "index_component" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "index_entry" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "index_unit" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;