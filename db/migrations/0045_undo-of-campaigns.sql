-- A draft that is removed, or a part of it, can be taken back for a minute.
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON campaign FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON campaign_block FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON campaign_link FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
