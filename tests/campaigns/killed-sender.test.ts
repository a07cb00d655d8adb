import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { afterAll, expect, test, vi } from 'vitest'
import { feedCampaigns } from '#app/features/campaigns/domain/feed-campaigns.server.ts'
import { countLedger } from '#app/features/campaigns/domain/stored-campaigns.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { testDatabase } from '#tests/database.ts'
import { sentCampaign } from '#tests/factories/campaigns.ts'
import { list } from '#tests/factories/lists.ts'
import { openMailbox } from '#tests/mailbox.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
process.env.SMTP_URL = mailbox.url
process.env.MAIL_FROM = 'Bàn Tròn <mail@ban-tron.example>'
forgetEnv()

const senders: ChildProcess[] = []
afterAll(async () => {
  for (const one of senders) one.kill('SIGKILL')
  await mailbox.close()
})

const readers = 200

/** Many confirmed readers, in two statements. */
async function crowd() {
  const of = await list()
  await db.execute(sql`
    with made as (
      insert into contact (organization_id, email, name, locale)
      select ${of.organizationId}, 'reader' || n || '@example.org', '', case when n % 2 = 0 then 'vi' else 'en' end
      from generate_series(1, ${readers}) n returning id
    )
    insert into subscription (list_id, contact_id, state, place, consent_id, consent_locale, asked_at, confirmed_at)
    select ${of.id}, id, 'confirmed', 'page', ${of.consentId}, 'vi', now(), now() from made`)
  return of
}

function startSender() {
  const script = fileURLToPath(new URL('./sender.ts', import.meta.url))
  const sender = spawn(process.execPath, ['--import', 'tsx', script], { stdio: 'inherit' })
  senders.push(sender)
  return sender
}

test('a campaign whose senders are killed again and again reaches nobody twice and loses nobody', async () => {
  const of = await crowd()
  const { id } = await sentCampaign(of.organizationId, { lists: [of.id] })
  for (const killedAfter of [30, 110]) {
    const sender = startSender()
    await vi.waitUntil(() => mailbox.mails.length >= killedAfter, { timeout: 80_000, interval: 1 })
    sender.kill('SIGKILL')
    await once(sender, 'exit')
    // Their leases end, as they would within a minute.
    await db.execute(
      sql`update outbox set leased_until = now() - interval '1 second' where state = 'sending'`,
    )
  }
  const transport = openTransport({ root: '.' })
  do await sendDueMail({ transport })
  while ((await feedCampaigns()) > 0)
  await feedCampaigns()
  transport.close()

  const reached = mailbox.mails.flatMap(({ recipients }) => recipients)
  expect(reached.length).toBe(new Set(reached).size)
  const ledger = await countLedger(id)
  expect(ledger.reduce((sum, { count }) => sum + count, 0)).toBe(readers)
  const sent = await db.execute<{ email: string }>(
    sql`select email from campaign_recipient where campaign_id = ${id} and state = 'sent'`,
  )
  const unknown = await db.execute<{ email: string }>(
    sql`select email from campaign_recipient where campaign_id = ${id} and reason = 'outcome-unknown'`,
  )
  // Whoever is called sent had it; whoever is not had it perhaps, and is named.
  const had = new Set(reached)
  expect(sent.filter(({ email }) => !had.has(email))).toEqual([])
  expect(sent.length + unknown.length).toBe(readers)
  expect(unknown.length).toBeLessThan(readers / 4)
}, 180_000)
