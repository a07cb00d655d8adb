CREATE TABLE "feedback" (
	"registration_id" uuid PRIMARY KEY NOT NULL,
	"satisfaction" integer NOT NULL,
	"best" text DEFAULT '' NOT NULL,
	"better" text DEFAULT '' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feedback_satisfaction" CHECK (satisfaction between 1 and 5)
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "asks_feedback" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "feedback" ADD CONSTRAINT "feedback_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE cascade ON UPDATE no action;