ALTER TABLE "picture" ALTER COLUMN "credit" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "picture" ALTER COLUMN "credit" SET DATA TYPE jsonb USING
  case when "credit" = '' then '{}'::jsonb else jsonb_build_object('vi', "credit", 'original', 'vi') end;--> statement-breakpoint
ALTER TABLE "picture" ALTER COLUMN "credit" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
-- The same in recaps that were published: what they say stays as it was.
UPDATE "recap_version" SET "content" = jsonb_set("content", '{pictures}', (
  select coalesce(jsonb_agg(
    case when jsonb_typeof(one -> 'credit') = 'string' then jsonb_set(one, '{credit}',
      case when one ->> 'credit' = '' then '{}'::jsonb
        else jsonb_build_object('vi', one ->> 'credit', 'original', 'vi') end)
    else one end order by at), '[]'::jsonb)
  from jsonb_array_elements("content" -> 'pictures') with ordinality as p(one, at)
)) WHERE jsonb_typeof("content" -> 'pictures') = 'array';
