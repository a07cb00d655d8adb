CREATE TABLE "security_entry" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"document_name" text NOT NULL,
	"given" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "security_asks" text[];--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "security_purges_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "security_purged_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "security_entry" ADD CONSTRAINT "security_entry_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;