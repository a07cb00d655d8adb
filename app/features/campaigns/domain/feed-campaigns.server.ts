import { eq, sql } from 'drizzle-orm'
import { outboxInsert } from '#app/features/mail/domain/queue-mail.server.ts'
import type { Transaction } from '#db/client.server.ts'
import { campaign } from '#db/schema/index.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { isInAudience } from './audience-query.server.ts'
import { fetchBack } from './run-campaign.server.ts'
import type { StoredCampaign } from './stored-campaigns.server.ts'

/** So many of one campaign lie in the outbox at most: a pause is felt at once. */
const mostQueued = 2_000
/** What nobody looked after for so long is no surprise to its senders only if they say so. */
const longAgo = sql`interval '30 minutes'`

/**
 * Moves campaigns on: begins those whose hour has come, hands the next recipients to the outbox, ends those that are
 * done. Answers how many were handed over. Any number of processes may call it at once: one works, the others pass.
 */
export async function feedCampaigns(): Promise<number> {
  return withTransaction(async (tx) => {
    const [lock] = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtext('campaigns')) as mine`,
    )
    if (!lock?.mine) return 0
    await holdOverdue(tx)
    const due = await tx
      .select()
      .from(campaign)
      .where(sql`state = 'sending' or (state = 'scheduled' and scheduled_at <= now())`)
      .orderBy(campaign.scheduledAt)
      .for('update')
    let fed = 0
    for (const one of due) {
      if (one.state === 'scheduled') await begin(tx, one)
      fed += await feed(tx, one)
      await finish(tx, one.id)
    }
    if (fed > 0) await tx.execute(sql`select pg_notify('outbox', '')`)
    return fed
  })
}

/** After a long outage, or out of an old backup, nothing goes on by itself: part of it may have been sent already. */
async function holdOverdue(tx: Transaction) {
  const overdue = await tx.execute<{ id: string }>(sql`
    update campaign set state = 'overdue'
    where (state = 'scheduled' and scheduled_at < now() - ${longAgo})
      or (state = 'sending' and attended_at < now() - ${longAgo})
    returning id`)
  for (const { id } of overdue) await fetchBack(tx, id)
}

/** Writes down everybody whom it is for, once each, in one statement: no list of them is ever held in memory. */
async function begin(tx: Transaction, one: StoredCampaign) {
  const { lists } = one.audience
  const order = sql`array_position(${`{${lists.join()}}`}::uuid[], s.list_id)`
  await tx.execute(sql`
    insert into campaign_recipient (campaign_id, email, contact_id, list_id, name, locale)
    select ${one.id}, lower(c.email), c.id, first.list_id, c.name, c.locale
    from contact c
    cross join lateral (
      select s.list_id from subscription s
      where s.contact_id = c.id and s.state = 'confirmed' and s.list_id = any(${`{${lists.join()}}`}::uuid[])
      order by ${order} limit 1
    ) first
    where ${isInAudience(one.organizationId, one.audience)}
    on conflict (campaign_id, email) do nothing`)
  await tx
    .update(campaign)
    .set({ state: 'sending', startedAt: sql`now()`, attendedAt: sql`now()` })
    .where(eq(campaign.id, one.id))
}

/** The next ones, as many as the limits let through; who may not be written to is settled with the reason. */
async function feed(tx: Transaction, one: StoredCampaign): Promise<number> {
  await tx.update(campaign).set({ attendedAt: sql`now()` }).where(eq(campaign.id, one.id))
  const [room] = await tx.execute<{ room: number }>(sql`
    select least(
      ${mostQueued} - (select count(*) from campaign_recipient where campaign_id = ${one.id} and state = 'queued'),
      ${one.perHour}::int - (
        select count(*) from campaign_recipient
        where campaign_id = ${one.id} and fed_at > now() - interval '1 hour'
      )
    )::int as room`)
  if (!room || room.room <= 0) return 0
  const fed = await tx.execute(sql`
    with next as (
      select r.id, r.email, r.contact_id, r.list_id, r.name, r.locale from campaign_recipient r
      where r.campaign_id = ${one.id} and r.state = 'waiting' ${withinDomains(one)}
      order by r.id limit ${room.room}
    ), judged as (${judgement(one)}),
    settled as (
      update campaign_recipient r set state = 'skipped', reason = j.reason, known_at = now()
      from judged j where r.id = j.id and j.reason is not null
    ), queued as (
      ${outboxInsert(
        sql`
        select null, null, 'campaign', j.locale, j.name, j.email,
          jsonb_build_object('campaign', jsonb_build_object(
            'recipient', j.id, 'list', j.list_id, 'contact', j.contact_id
          ))
        from judged j where j.reason is null order by j.id`,
        { campaignId: one.id, organizationId: one.organizationId },
      )}
      returning id, (facts -> 'campaign' ->> 'recipient')::bigint as recipient
    )
    update campaign_recipient r set state = 'queued', outbox_id = q.id, fed_at = now()
    from queued q where r.id = q.recipient returning r.id`)
  return fed.length
}

/** Domains that had their share of this hour wait, and nobody of the others waits for them. */
function withinDomains({ id, perDomainHour }: StoredCampaign) {
  if (perDomainHour === null) return sql``
  return sql`and r.id in (
    select ranked.id from (
      select w.id, w.email, row_number() over (partition by split_part(w.email, '@', 2) order by w.id) as place
      from campaign_recipient w where w.campaign_id = ${id} and w.state = 'waiting'
    ) ranked
    left join (
      select split_part(f.email, '@', 2) as domain, count(*) as fed from campaign_recipient f
      where f.campaign_id = ${id} and f.fed_at > now() - interval '1 hour' group by 1
    ) past on past.domain = split_part(ranked.email, '@', 2)
    where ranked.place + coalesce(past.fed, 0) <= ${perDomainHour}
  )`
}

/** Who of the next is not written to, and why: consent is asked again now, not as it was when the campaign began. */
function judgement({ organizationId }: StoredCampaign) {
  const since = (span: string, own: boolean) => sql`(
    select count(*) from campaign_recipient p join campaign other on other.id = p.campaign_id
    where p.email = n.email and p.fed_at > now() - ${span}::interval and p.state in ('queued', 'sent')
      ${own ? sql`and other.organization_id = ${organizationId}` : sql``}
  )`
  return sql`
    select n.*, case
      when c.id is null then 'contact-gone'
      when not exists (
        select from subscription s
        where s.contact_id = n.contact_id and s.list_id = n.list_id and s.state = 'confirmed'
      ) then 'left-list'
      when ${since('7 days', true)} >= least(o.weekly_mails, c.weekly_limit) then 'week-full'
      when o.advertising_rules and ${since('24 hours', false)} >= 3 then 'day-full'
    end as reason
    from next n
    join organization o on o.id = ${organizationId}
    left join contact c on c.id = n.contact_id`
}

/** Nobody waits and nothing is on the way: it is done. */
async function finish(tx: Transaction, campaignId: string) {
  await tx.execute(sql`
    update campaign set state = 'finished', finished_at = now()
    where id = ${campaignId} and state = 'sending' and not exists (
      select from campaign_recipient r where r.campaign_id = ${campaignId} and r.state in ('waiting', 'queued')
    )`)
}
