DROP INDEX "subscription_contact";--> statement-breakpoint
CREATE INDEX "contact_segment" ON "contact" USING btree ("organization_id","id","locale","country");--> statement-breakpoint
CREATE INDEX "subscription_contact" ON "subscription" USING btree ("contact_id","list_id","state");