import type { Sql } from 'postgres'
import type { Stage } from './stage.ts'

const list = (words: string) =>
  `array[${words
    .split(', ')
    .map((word) => `'${word}'`)
    .join(', ')}]`
const family = list(
  'Nguyễn, Trần, Lê, Phạm, Hoàng, Huỳnh, Phan, Vũ, Võ, Đặng, Bùi, Đỗ, Hồ, Ngô, Dương, Lý, Đinh',
)
const middle = list('Văn, Thị, Minh, Ngọc, Thu, Đức, Hữu, Quang, Thanh, Gia, Bảo, Khánh, Phương')
const given = list(
  'Anh, Ánh, Bình, Châu, Chi, Cường, Dũng, Duy, Đạt, Điệp, Giang, Hà, Hạnh, Hiếu, Hòa, Hùng, Hương, Khoa, Lan, Linh, Long, Mai, Nam, Nga, Nhung, Oanh, Phúc, Quân, Quỳnh, Sơn, Tâm, Thảo, Thủy, Tiến, Trang, Trí, Tuấn, Uyên, Vân, Vy, Xuân, Yến',
)
const bodies = list(
  'Đại học Quốc gia Hà Nội, Hãng phim truyện Việt Nam, Đài Truyền hình Việt Nam, Viện Phim Việt Nam, Harvard University, Đại học Sân khấu – Điện ảnh, Báo Tuổi Trẻ, Quỹ Văn hóa, Hội Điện ảnh Đà Nẵng, Tự do',
)
const jobs = list(
  'Đạo diễn, Biên kịch, Nhà sản xuất, Giảng viên, Sinh viên, Nhà báo, Nghiên cứu viên, Diễn viên, Quay phim',
)
const states = `array['confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 'confirmed', 'waitlisted', 'waitlisted', 'cancelled', 'pending']`

const pick = (words: string, step: number) =>
  `(${words})[1 + (n * ${step}::bigint) % array_length(${words}, 1)]`

/**
 * Fills an event as if so many people had registered, each with their mail and their line of activity. Indexes are
 * made anew afterwards, as a restore would, or a million rows would take an hour. Every second came by one of the `links`.
 */
export async function fill(
  sql: Sql,
  { id, categoryId }: Stage,
  count: number,
  links: string[] = [],
): Promise<void> {
  await sql.begin(async (tx) => {
    const indexes = count < 50_000 ? [] : await droppable(tx)
    for (const { name } of indexes) await tx.unsafe(`drop index ${name}`)
    await tx.unsafe(`set local session_replication_role = replica; set local maintenance_work_mem = '256MB'`)
    await tx.unsafe(
      `insert into registration (event_id, category_id, state, name, email, email_key, affiliation, job_title,
         locale, consent_at, token_salt, token_hash, link_id, created_at)
       select $1::uuid, $2::uuid, state, name, email, email, body, job, case when n % 5 = 0 then 'en' else 'vi' end, at,
         md5('salt' || n || $1::uuid), md5('hash' || n || $1::uuid),
         ($4::uuid[])[1 + n % greatest(1, 2 * cardinality($4::uuid[]))], at
       from (select n, ${pick(states, 7)} as state, ${pick(bodies, 3)} as body, ${pick(jobs, 11)} as job,
           ${pick(family, 5)} || ' ' || ${pick(middle, 3)} || ' ' || ${pick(given, 13)} as name,
           replace(search_text(${pick(given, 13)} || ' ' || ${pick(family, 5)}), ' ', '.') || n || '@example.org' as email,
           now() - interval '60 days' + n * interval '60 days' / $3::int as at
         from generate_series(1, $3::int) n) made
       order by n`,
      [id, categoryId, count, links],
    )
    await tx`insert into outbox (event_id, registration_id, kind, locale, recipient_name, recipient_email, message_id,
        state, attempts, subject, sent_at, created_at)
      select event_id, id, 'received', locale, name, email, '<' || id || '@example.org>', 'sent', 1,
        'Đã nhận đăng ký', created_at, created_at from registration where event_id = ${id}`
    await tx`insert into activity (event_id, actor_name, verb, subject_id, subject_name, at)
      select event_id, name, 'registration.' || state, id, name, created_at from registration where event_id = ${id}`
    await tx`update guest_category c set pending = made.pending, confirmed = made.confirmed,
        waitlisted = made.waitlisted, cancelled = made.cancelled
      from (select count(*) filter (where state = 'pending') as pending,
          count(*) filter (where state = 'confirmed') as confirmed,
          count(*) filter (where state = 'waitlisted') as waitlisted,
          count(*) filter (where state = 'cancelled') as cancelled
        from registration where event_id = ${id}) made where c.id = ${categoryId}`
    await tx`update event set seated = (select confirmed from guest_category where id = ${categoryId}) where id = ${id}`
    for (const { definition } of indexes) await tx.unsafe(definition)
    await tx`select count_registration_days(${id})`
  })
  await sql`vacuum analyze registration, registration_day, outbox, activity, guest_category, event`
}

/** Indexes that no constraint stands on, of the three tables that grow. */
async function droppable(tx: Pick<Sql, 'unsafe'>): Promise<{ name: string; definition: string }[]> {
  return tx.unsafe(`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i
    where i.indrelid in ('registration'::regclass, 'outbox'::regclass, 'activity'::regclass)
      and not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid)`)
}
