CREATE TABLE "visit_journal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"folded" bigint DEFAULT 0 NOT NULL,
	"folded_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
