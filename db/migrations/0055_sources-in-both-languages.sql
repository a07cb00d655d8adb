ALTER TABLE "initiative_news" ALTER COLUMN "source" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "initiative_news" ALTER COLUMN "source" SET DATA TYPE jsonb
  USING case when source = '' then '{}'::jsonb else jsonb_build_object('vi', source) end;--> statement-breakpoint
ALTER TABLE "initiative_news" ALTER COLUMN "source" SET DEFAULT '{}'::jsonb;--> statement-breakpoint
UPDATE initiative_figure SET points = (
  select coalesce(jsonb_agg(
    case when jsonb_typeof(p -> 'source') <> 'string' then p
      else p || jsonb_build_object('source',
        case when p ->> 'source' = '' then '{}'::jsonb else jsonb_build_object('vi', p ->> 'source') end) end
    order by at), '[]')
  from jsonb_array_elements(points) with ordinality x(p, at));--> statement-breakpoint
-- What the seeds planted had the English words in brackets behind the Vietnamese ones.
UPDATE initiative_news n SET source = jsonb_build_object(
  'vi', regexp_replace(n.source ->> 'vi', ' \((.+)\)$', ''),
  'en', upper(left(substring(n.source ->> 'vi' from ' \((.+)\)$'), 1)) || substr(substring(n.source ->> 'vi' from ' \((.+)\)$'), 2))
FROM initiative i WHERE i.id = n.initiative_id and i.is_demo and n.source ->> 'vi' ~ ' \(.+\)$';--> statement-breakpoint
UPDATE initiative_figure f SET points = (
  select jsonb_agg(
    case when p -> 'source' ->> 'vi' ~ ' \(.+\)$' then p || jsonb_build_object('source', jsonb_build_object(
      'vi', regexp_replace(p -> 'source' ->> 'vi', ' \((.+)\)$', ''),
      'en', upper(left(substring(p -> 'source' ->> 'vi' from ' \((.+)\)$'), 1)) || substr(substring(p -> 'source' ->> 'vi' from ' \((.+)\)$'), 2)))
      else p end
    order by at)
  from jsonb_array_elements(f.points) with ordinality x(p, at))
FROM initiative i WHERE i.id = f.initiative_id and i.is_demo and jsonb_array_length(f.points) > 0;
