ALTER TABLE "picture_size" DROP CONSTRAINT "picture_size_format";--> statement-breakpoint
ALTER TABLE "picture" ALTER COLUMN "event_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "organization_id" uuid;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "use" text DEFAULT 'gallery' NOT NULL;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "focal_x" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "focal_y" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "picture" ADD COLUMN "is_on_page" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_organization_id_organization_id_fk" FOREIGN KEY ("organization_id") REFERENCES "public"."organization"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "picture_cover" ON "picture" USING btree ("event_id") WHERE use = 'cover' and removed_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "picture_logo" ON "picture" USING btree ("organization_id","use") WHERE organization_id is not null and removed_at is null;--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_use" CHECK (use in ('gallery', 'cover', 'logo', 'logo-dark'));--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_owner" CHECK (case when use in ('gallery', 'cover') then event_id is not null and organization_id is null
        else event_id is null and organization_id is not null end);--> statement-breakpoint
ALTER TABLE "picture" ADD CONSTRAINT "picture_focus" CHECK (focal_x between 0 and 100 and focal_y between 0 and 100);--> statement-breakpoint
ALTER TABLE "picture_size" ADD CONSTRAINT "picture_size_format" CHECK (format in ('avif', 'jpeg', 'webp'));--> statement-breakpoint
CREATE TRIGGER remember_row AFTER INSERT OR UPDATE OR DELETE ON picture FOR EACH ROW
  WHEN (current_setting('bantron.act', true) <> '') EXECUTE FUNCTION public.remember_row();
