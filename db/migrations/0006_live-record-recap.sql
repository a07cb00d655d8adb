CREATE TABLE "floor" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"code" text NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "floor_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "floor_question" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"text" text NOT NULL,
	"locale" text NOT NULL,
	"asked_by" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"votes" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "floor_question_state" CHECK (state in ('waiting', 'shown', 'answered', 'hidden')),
	CONSTRAINT "floor_question_votes" CHECK (votes >= 0)
);
--> statement-breakpoint
CREATE TABLE "floor_vote" (
	"question_id" uuid NOT NULL,
	"voter_hash" text NOT NULL,
	CONSTRAINT "floor_vote_question_id_voter_hash_pk" PRIMARY KEY("question_id","voter_hash")
);
--> statement-breakpoint
CREATE TABLE "cue" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid,
	"introduction" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"questions" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hand_over" text DEFAULT '' NOT NULL,
	"interpreting" text DEFAULT '' NOT NULL,
	"technical" text DEFAULT '' NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "cue_once" UNIQUE NULLS NOT DISTINCT("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "live" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"revision" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run" (
	"session_id" uuid PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "run_order" CHECK (ended_at is null or ended_at >= started_at)
);
--> statement-breakpoint
CREATE TABLE "turn" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"planned_seconds" integer,
	"started_at" timestamp (3) with time zone NOT NULL,
	"paused_at" timestamp (3) with time zone,
	"paused_seconds" integer DEFAULT 0 NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "turn_order" CHECK (ended_at is null or ended_at >= started_at),
	CONSTRAINT "turn_planned" CHECK (planned_seconds is null or planned_seconds > 0)
);
--> statement-breakpoint
CREATE TABLE "note" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"session_id" uuid,
	"kind" text NOT NULL,
	"person_id" uuid,
	"guest_name" text DEFAULT '' NOT NULL,
	"said_at" timestamp (3) with time zone NOT NULL,
	"text" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"off_record" boolean DEFAULT false NOT NULL,
	"owner_id" uuid,
	"owner_name" text DEFAULT '' NOT NULL,
	"due_on" date,
	"done_at" timestamp (3) with time zone,
	"reminded_at" timestamp (3) with time zone,
	"carried_from_id" uuid,
	"search" text GENERATED ALWAYS AS (search_text(coalesce(text ->> 'vi', '') || ' ' || coalesce(text ->> 'en', '') || ' ' || guest_name || ' ' || owner_name)) STORED,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_by_id" uuid,
	"author_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone,
	CONSTRAINT "note_kind" CHECK (kind in ('statement', 'quote', 'proposal', 'decision', 'action', 'question')),
	CONSTRAINT "note_speaker" CHECK (person_id is null or guest_name = ''),
	CONSTRAINT "note_action" CHECK (kind = 'action' or (owner_id is null and owner_name = '' and due_on is null and done_at is null))
);
--> statement-breakpoint
CREATE TABLE "note_approval" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"note_id" uuid NOT NULL,
	"locale" text NOT NULL,
	"words" text NOT NULL,
	"verdict" text NOT NULL,
	"way" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"account_id" uuid,
	"actor_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "note_approval_verdict" CHECK (verdict in ('approved', 'refused')),
	CONSTRAINT "note_approval_way" CHECK (way in ('calendar', 'page', 'assistant', 'organizer')),
	CONSTRAINT "note_approval_reason" CHECK (way <> 'organizer' or reason <> '')
);
--> statement-breakpoint
CREATE TABLE "note_version" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "note_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"note_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"revision" integer NOT NULL,
	"content" jsonb NOT NULL,
	"account_id" uuid,
	"actor_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "note_version_once" UNIQUE("note_id","revision")
);
--> statement-breakpoint
CREATE TABLE "picture" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"caption" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"alt" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "picture_size" (
	"picture_id" uuid NOT NULL,
	"format" text NOT NULL,
	"width" integer NOT NULL,
	"image" "bytea" NOT NULL,
	CONSTRAINT "picture_size_picture_id_format_width_pk" PRIMARY KEY("picture_id","format","width"),
	CONSTRAINT "picture_size_format" CHECK (format in ('webp', 'jpeg'))
);
--> statement-breakpoint
CREATE TABLE "recap" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"published_number" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recap_material" (
	"event_id" uuid NOT NULL,
	"note_id" uuid NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "recap_material_event_id_note_id_pk" PRIMARY KEY("event_id","note_id")
);
--> statement-breakpoint
CREATE TABLE "recap_text" (
	"event_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"lead" text DEFAULT '' NOT NULL,
	"doc" jsonb NOT NULL,
	"made_from" text,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recap_text_event_id_kind_locale_pk" PRIMARY KEY("event_id","kind","locale"),
	CONSTRAINT "recap_text_kind" CHECK (kind in ('article', 'press-release'))
);
--> statement-breakpoint
CREATE TABLE "recap_version" (
	"event_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"published_by_id" uuid,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recap_version_event_id_number_pk" PRIMARY KEY("event_id","number"),
	CONSTRAINT "recap_version_number" CHECK (number > 0)
);
--> statement-breakpoint
CREATE TABLE "recording" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"event_id" uuid NOT NULL,
	"title" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"url" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "recording_url" CHECK (url ~ '^https?://')
);
--> statement-breakpoint
ALTER TABLE "outbox" DROP CONSTRAINT "outbox_kind";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "off_record" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor" ADD CONSTRAINT "floor_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_question" ADD CONSTRAINT "floor_question_session_id_floor_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."floor"("session_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "floor_vote" ADD CONSTRAINT "floor_vote_question_id_floor_question_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."floor_question"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cue" ADD CONSTRAINT "cue_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cue" ADD CONSTRAINT "cue_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "live" ADD CONSTRAINT "live_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run" ADD CONSTRAINT "run_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "turn" ADD CONSTRAINT "turn_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_owner_id_person_id_fk" FOREIGN KEY ("owner_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_carried_from_id_note_id_fk" FOREIGN KEY ("carried_from_id") REFERENCES "public"."note"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note" ADD CONSTRAINT "note_created_by_id_account_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_approval" ADD CONSTRAINT "note_approval_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_approval" ADD CONSTRAINT "note_approval_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "note_version" ADD CONSTRAINT "note_version_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picture_size" ADD CONSTRAINT "picture_size_picture_id_picture_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."picture"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap" ADD CONSTRAINT "recap_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap_material" ADD CONSTRAINT "recap_material_event_id_recap_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."recap"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap_material" ADD CONSTRAINT "recap_material_note_id_note_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap_text" ADD CONSTRAINT "recap_text_event_id_recap_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."recap"("event_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap_version" ADD CONSTRAINT "recap_version_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recap_version" ADD CONSTRAINT "recap_version_published_by_id_account_id_fk" FOREIGN KEY ("published_by_id") REFERENCES "public"."account"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording" ADD CONSTRAINT "recording_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "floor_event" ON "floor" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "floor_question_order" ON "floor_question" USING btree ("session_id","state","votes" DESC NULLS LAST,"created_at");--> statement-breakpoint
CREATE INDEX "cue_person" ON "cue" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "run_event" ON "run" USING btree ("event_id");--> statement-breakpoint
CREATE UNIQUE INDEX "turn_running" ON "turn" USING btree ("session_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "turn_event" ON "turn" USING btree ("event_id","started_at");--> statement-breakpoint
CREATE INDEX "turn_person" ON "turn" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "note_event" ON "note" USING btree ("event_id","said_at","id");--> statement-breakpoint
CREATE INDEX "note_session" ON "note" USING btree ("session_id");--> statement-breakpoint
CREATE INDEX "note_person" ON "note" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "note_due" ON "note" USING btree ("due_on") WHERE kind = 'action' and done_at is null and removed_at is null;--> statement-breakpoint
CREATE INDEX "note_search" ON "note" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "note_approval_note" ON "note_approval" USING btree ("note_id","locale","at");--> statement-breakpoint
CREATE INDEX "note_version_event" ON "note_version" USING btree ("event_id","id");--> statement-breakpoint
CREATE INDEX "picture_event" ON "picture" USING btree ("event_id","position");--> statement-breakpoint
CREATE INDEX "recording_event" ON "recording" USING btree ("event_id","position");--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_copied_from_id_event_id_fk" FOREIGN KEY ("copied_from_id") REFERENCES "public"."event"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_kind" CHECK (kind in ('received', 'confirmed', 'waitlisted', 'offered', 'cancelled', 'declined', 'changed', 'sign-in', 'test', 'speaker-asked', 'speaker-changed', 'speaker-cancelled', 'speaking-link', 'proposal-answered', 'decline-asked', 'signed-up', 'own-agenda-changed', 'words-to-confirm', 'action-reminder'));