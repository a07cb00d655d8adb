ALTER TABLE "registration" ADD COLUMN "wished_category_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "wish_arrival" bigint;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_wished_category_id_guest_category_id_fk" FOREIGN KEY ("wished_category_id") REFERENCES "public"."guest_category"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "registration_wish" ON "registration" USING btree ("wished_category_id","wish_arrival") WHERE wished_category_id is not null;