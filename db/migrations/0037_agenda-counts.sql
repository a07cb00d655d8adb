ALTER TABLE "agenda_version" ADD COLUMN "session_count" integer GENERATED ALWAYS AS (jsonb_array_length(agenda -> 'sessions')) STORED;--> statement-breakpoint
ALTER TABLE "agenda_version" ADD COLUMN "people_count" integer GENERATED ALWAYS AS (jsonb_array_length(agenda -> 'people')) STORED;--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON track FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
