CREATE TABLE "answer_file" (
	"value" text PRIMARY KEY NOT NULL,
	"event_id" uuid NOT NULL,
	"code" text NOT NULL,
	"file_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "answer_file_fileId_unique" UNIQUE("file_id")
);
--> statement-breakpoint
ALTER TABLE "question" DROP CONSTRAINT "question_kind";--> statement-breakpoint
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_event_id_event_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."event"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_file" ADD CONSTRAINT "answer_file_file_id_file_id_fk" FOREIGN KEY ("file_id") REFERENCES "public"."file"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answer_file_event" ON "answer_file" USING btree ("event_id");--> statement-breakpoint
ALTER TABLE "question" ADD CONSTRAINT "question_kind" CHECK (kind in ('short', 'long', 'one', 'several', 'yes-no', 'number', 'date', 'agreement', 'file'));
--> statement-breakpoint
-- What nobody's answer holds any longer is kept for those who take a step back, and swept away by the clock; what belonged to
-- somebody who is erased goes with them.
CREATE FUNCTION forget_answer_files() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM answer_file a USING jsonb_each(old.answers) given
  WHERE a.event_id = old.event_id AND a.code = given.key AND a.value = given.value #>> '{values,0}'
    AND NOT EXISTS (
      SELECT FROM registration r
      WHERE r.event_id = old.event_id AND r.id <> old.id
        AND r.answers @> jsonb_build_object(a.code, jsonb_build_object('values', jsonb_build_array(a.value)))
    );
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_files_of_erased AFTER UPDATE OF email ON registration FOR EACH ROW
  WHEN (old.email <> '' AND new.email = '' AND old.answers <> '{}') EXECUTE FUNCTION forget_answer_files();--> statement-breakpoint
CREATE TRIGGER forget_files_of_deleted AFTER DELETE ON registration FOR EACH ROW
  WHEN (old.answers <> '{}') EXECUTE FUNCTION forget_answer_files();--> statement-breakpoint
CREATE FUNCTION forget_answer_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM file WHERE id = old.file_id;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER forget_file AFTER DELETE ON answer_file FOR EACH ROW EXECUTE FUNCTION forget_answer_file();
