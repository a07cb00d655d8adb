ALTER TABLE "host" ADD COLUMN "title" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "host" ADD COLUMN "greeting" jsonb DEFAULT '{}'::jsonb NOT NULL;