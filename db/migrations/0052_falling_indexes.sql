DROP INDEX "announcement_event";--> statement-breakpoint
DROP INDEX "announcement_public";--> statement-breakpoint
DROP INDEX "campaign_organization";--> statement-breakpoint
DROP INDEX "floor_question_order";--> statement-breakpoint
DROP INDEX "initiative_news_initiative";--> statement-breakpoint
DROP INDEX "link_event";--> statement-breakpoint
DROP INDEX "subscription_list";--> statement-breakpoint
DROP INDEX "subscription_state";--> statement-breakpoint
DROP INDEX "activity_event";--> statement-breakpoint
DROP INDEX "activity_initiative";--> statement-breakpoint
DROP INDEX "activity_organization";--> statement-breakpoint
DROP INDEX "activity_subject";--> statement-breakpoint
DROP INDEX "outbox_event";--> statement-breakpoint
DROP INDEX "outbox_event_state";--> statement-breakpoint
DROP INDEX "outbox_recipient";--> statement-breakpoint
DROP INDEX "sending_check_domain";--> statement-breakpoint
DROP INDEX "inbound_mail_event";--> statement-breakpoint
CREATE INDEX "announcement_event" ON "announcement" USING btree ("event_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "announcement_public" ON "announcement" USING btree ("event_id","sent_at" DESC NULLS FIRST) WHERE is_public and sent_at is not null;--> statement-breakpoint
CREATE INDEX "campaign_organization" ON "campaign" USING btree ("organization_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "floor_question_order" ON "floor_question" USING btree ("session_id","state","votes" DESC NULLS FIRST,"created_at");--> statement-breakpoint
CREATE INDEX "initiative_news_initiative" ON "initiative_news" USING btree ("initiative_id","dated_on" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "link_event" ON "link" USING btree ("event_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "subscription_list" ON "subscription" USING btree ("list_id","created_at" DESC NULLS FIRST,"contact_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "subscription_state" ON "subscription" USING btree ("list_id","state","created_at" DESC NULLS FIRST,"contact_id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_event" ON "activity" USING btree ("event_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_initiative" ON "activity" USING btree ("initiative_id","id" DESC NULLS FIRST) WHERE initiative_id is not null;--> statement-breakpoint
CREATE INDEX "activity_organization" ON "activity" USING btree ("organization_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "activity_subject" ON "activity" USING btree ("subject_id","id" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "outbox_event" ON "outbox" USING btree ("event_id","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "outbox_event_state" ON "outbox" USING btree ("event_id","state","created_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "outbox_recipient" ON "outbox" USING btree (lower("recipient_email"),"created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "sending_check_domain" ON "sending_check" USING btree ("domain","started_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "inbound_mail_event" ON "inbound_mail" USING btree ("event_id","verdict","received_at" DESC NULLS FIRST);