import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { leaveList } from '#app/features/lists/domain/leave-list.server.ts'
import { listMailsTo } from '#app/features/lists/domain/mail-history.server.ts'
import { sendDueMail } from '#app/features/mail/domain/sending/send-due-mail.server.ts'
import { openTransport } from '#app/features/mail/domain/sending/transport.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { campaign as campaigns, contact, organization as organizations, outbox } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { campaign, sentCampaign } from '#tests/factories/campaigns.ts'
import { signedIn, system, visitor } from '#tests/factories/contexts.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { openMailbox } from '#tests/mailbox.ts'
import { countAudience } from './count-audience.server.ts'
import { editCampaign } from './edit-campaign.server.ts'
import { feedCampaigns } from './feed-campaigns.server.ts'
import {
  pauseCampaign,
  resumeCampaign,
  scheduleCampaign,
  sendUnknownAgain,
  stopCampaign,
  takeBackCampaign,
} from './run-campaign.server.ts'
import { countLedger, getCampaign } from './stored-campaigns.server.ts'

const { db } = await testDatabase()
const mailbox = await openMailbox()
process.env.SMTP_URL = mailbox.url
process.env.MAIL_FROM = 'Bàn Tròn <mail@ban-tron.example>'
forgetEnv()
afterAll(() => mailbox.close())
beforeEach(async () => {
  mailbox.mails.length = 0
  mailbox.behave('*', null)
  await db.delete(outbox)
  await db.delete(campaigns)
})

async function send() {
  const transport = openTransport({ root: '/tmp' })
  try {
    return await sendDueMail({ transport })
  } finally {
    transport.close()
  }
}

/** Feeds and sends until nothing moves any more. */
async function run() {
  while ((await feedCampaigns()) > 0) await send()
  await feedCampaigns()
}

async function desk(readers = 3) {
  const { id: body } = await organization()
  const of = await list({ organizationId: body })
  const contacts = []
  for (let n = 0; n < readers; n++) contacts.push(await contactOn(of))
  const ledger = async (campaignId: string) =>
    Object.fromEntries((await countLedger(campaignId)).map((line) => [line.reason ?? line.state, line.count]))
  return { body, of, contacts, ledger }
}

describe('a campaign', () => {
  test('reaches everybody once, in their words, with a way out that a mail program can press', async () => {
    const { body, of, contacts, ledger } = await desk(3)
    await db
      .update(contact)
      .set({ locale: 'en', name: '' })
      .where(eq(contact.id, contacts[0]?.id ?? ''))
    await db
      .update(contact)
      .set({ name: 'Ông <Bạch> & Mai' })
      .where(eq(contact.id, contacts[1]?.id ?? ''))
    const { id } = await sentCampaign(body, { lists: [of.id] })
    await run()
    await run()
    expect(mailbox.mails.map(({ recipients }) => recipients[0]).sort()).toEqual(
      contacts.map(({ email }) => email.toLowerCase()).sort(),
    )
    expect(await ledger(id)).toEqual({ sent: 3 })
    expect(await getCampaign(system(), body, id)).toMatchObject({ state: 'finished' })
    const [english] = mailbox.to(contacts[0]?.email.toLowerCase() ?? '')
    expect(english?.subject).toBe('Come to Da Nang, dear guest')
    expect(english?.html).toContain('The festival opens.')
    const [named] = mailbox.to(contacts[1]?.email.toLowerCase() ?? '')
    expect(named?.subject).toBe('Mời Ông <Bạch> & Mai đến Đà Nẵng')
    expect(named?.html).toContain('Ông &lt;Bạch&gt; &amp; Mai')
    expect(named?.html).not.toContain('BTFIELD')
    const header = (name: string) => named?.headers.find(({ key }) => key === name)?.value ?? ''
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click')
    const [, token] = /\/unsubscribe\/([\w-]+)>$/.exec(header('list-unsubscribe')) ?? []
    expect(named?.text).toContain(`/unsubscribe/${token}`)
    const { mails } = await listMailsTo({ email: contacts[1]?.email ?? '', organizationId: body })
    expect(mails).toMatchObject([{ kind: 'campaign', subject: named?.subject, lists: [{ title: of.title }] }])
  })

  test('waits a minute, and is a draft again when it is taken back', async () => {
    const { body, of } = await desk(1)
    const draft = await campaign(body, { lists: [of.id] })
    const place = { organizationId: body, campaignId: draft.id }
    await expect(
      scheduleCampaign(system(), { ...place, at: null, seen: draft.revision, counted: 2 }),
    ).rejects.toThrow('campaign-changed')
    await scheduleCampaign(system(), { ...place, at: null, seen: draft.revision, counted: 1 })
    const wider = { ...draft, audience: { ...draft.audience, lists: [] } }
    await expect(
      editCampaign(system(), { organizationId: body, seen: draft, details: wider }),
    ).rejects.toThrow('campaign-begun')
    expect(await feedCampaigns()).toBe(0)
    await takeBackCampaign(system(), place)
    await db.update(campaigns).set({ scheduledAt: new Date(0) })
    expect(await feedCampaigns()).toBe(0)
    expect(await getCampaign(system(), body, draft.id)).toMatchObject({ state: 'draft' })
  })

  test('writes to nobody who left or was erased since it began, nor to whom the week is full', async () => {
    const { body, of, contacts, ledger } = await desk(5)
    const [left, gone, full, late] = contacts
    await db
      .update(contact)
      .set({ weeklyLimit: 0 })
      .where(eq(contact.id, full?.id ?? ''))
    const { id } = await sentCampaign(body, { lists: [of.id] })
    await db.update(campaigns).set({ perHour: 1 })
    await feedCampaigns()
    await leaveList(visitor(), { by: 'page', contactId: left?.id ?? '', listId: of.id })
    await db.delete(contact).where(eq(contact.id, gone?.id ?? ''))
    await db.update(campaigns).set({ perHour: null })
    await feedCampaigns()
    await leaveList(visitor(), { by: 'page', contactId: late?.id ?? '', listId: of.id })
    await run()
    await send()
    await run()
    const lines = await ledger(id)
    expect(lines).toEqual({ 'left-list': 2, 'contact-gone': 1, 'week-full': 1, sent: 1 })
  })

  test('that two processes work at once reaches everybody once', async () => {
    const { body, of, contacts, ledger } = await desk(12)
    const { id } = await sentCampaign(body, { lists: [of.id] })
    const both = () => Promise.all([run(), run(), feedCampaigns(), send(), send()])
    await both()
    await both()
    await run()
    expect(mailbox.mails.flatMap(({ recipients }) => recipients).sort()).toEqual(
      contacts.map(({ email }) => email.toLowerCase()).sort(),
    )
    expect(await ledger(id)).toEqual({ sent: 12 })
  })

  test('is paused, resumed and stopped, and the ledger adds up at every step', async () => {
    const { body, of, ledger } = await desk(6)
    const one = await sentCampaign(body, { lists: [of.id], perHour: 4 })
    await feedCampaigns()
    expect(await ledger(one.id)).toEqual({ queued: 4, waiting: 2 })
    await pauseCampaign(system(), one)
    expect(await ledger(one.id)).toEqual({ waiting: 6 })
    expect(await feedCampaigns()).toBe(0)
    await resumeCampaign(system(), one)
    await run()
    expect(await ledger(one.id)).toEqual({ sent: 4, waiting: 2 })
    await stopCampaign(system(), one)
    expect(await ledger(one.id)).toEqual({ sent: 4, stopped: 2 })
    await expect(resumeCampaign(system(), one)).rejects.toThrow('campaign-elsewhere')
    expect(mailbox.mails).toHaveLength(4)
  })

  test('keeps the limit of a domain, and nobody else waits for it', async () => {
    const { body, of, contacts, ledger } = await desk(5)
    await db.update(contact).set({ email: sql`'r' || ${contact.id} || '@one.example'` })
    await db
      .update(contact)
      .set({ email: 'late@two.example' })
      .where(eq(contact.id, contacts[4]?.id ?? ''))
    const { id } = await sentCampaign(body, { lists: [of.id], perDomainHour: 2 })
    await run()
    expect(await ledger(id)).toEqual({ sent: 3, waiting: 2 })
    expect(mailbox.to('late@two.example')).toHaveLength(1)
  })

  test('whose hour, or last look, lies far back waits for a person', async () => {
    const { body, of, ledger } = await desk(2)
    const one = await sentCampaign(body, { lists: [of.id], perHour: 1 })
    await feedCampaigns()
    await db.update(campaigns).set({ attendedAt: sql`now() - interval '3 hours'` })
    expect((await send()).sent).toBe(0)
    await feedCampaigns()
    expect(await getCampaign(system(), body, one.id)).toMatchObject({ state: 'overdue' })
    expect(await ledger(one.id)).toEqual({ waiting: 2 })
    const late = await sentCampaign(body, { lists: [of.id] })
    await db
      .update(campaigns)
      .set({ scheduledAt: sql`now() - interval '3 hours'` })
      .where(eq(campaigns.id, late.id))
    await feedCampaigns()
    expect(await getCampaign(system(), body, late.id)).toMatchObject({ state: 'overdue' })
    await resumeCampaign(system(), late)
    await run()
    expect(await ledger(late.id)).toEqual({ sent: 2 })
  })

  test('of which a mail was on the wire when the line was cut is not sent twice by itself', async () => {
    const { body, of, contacts, ledger } = await desk(2)
    mailbox.behave(contacts[0]?.email.toLowerCase() ?? '', { cut: 'after', times: 1 })
    const one = await sentCampaign(body, { lists: [of.id] })
    await run()
    await run()
    expect(await ledger(one.id)).toEqual({ sent: 1, 'outcome-unknown': 1 })
    expect(mailbox.mails).toHaveLength(2)
    expect(await sendUnknownAgain(system(), one)).toBe(1)
    await run()
    expect(await ledger(one.id)).toEqual({ sent: 2 })
  })

  test('says why nobody was reached whom the other host refuses', async () => {
    const { body, of, contacts, ledger } = await desk(2)
    mailbox.behave(contacts[0]?.email.toLowerCase() ?? '', { refuse: 550 })
    const one = await sentCampaign(body, { lists: [of.id] })
    await run()
    expect(await ledger(one.id)).toEqual({ sent: 1, refused: 1 })
    expect(await getCampaign(system(), body, one.id)).toMatchObject({ state: 'finished' })
  })

  test('by Vietnamese rules is labelled, and nobody has a fourth in a day', async () => {
    const { body, of, ledger } = await desk(1)
    await db
      .update(organizations)
      .set({ advertisingRules: true, weeklyMails: 100 })
      .where(eq(organizations.id, body))
    const sent = []
    for (let n = 0; n < 4; n++) {
      sent.push(await sentCampaign(body, { lists: [of.id] }))
      await run()
    }
    expect(mailbox.mails).toHaveLength(3)
    expect(mailbox.mails[0]?.subject).toMatch(/^\[QC\] /)
    expect(await ledger(sent[3]?.id ?? '')).toEqual({ 'day-full': 1 })
  })

  test('is written and sent by those who may, and by nobody else', async () => {
    const { body, of } = await desk(1)
    const one = await campaign(body, { lists: [of.id] })
    const door = signedIn(await memberOf({ id: body }, 'door'))
    await expect(getCampaign(door, body, one.id)).rejects.toThrow('right-missing')
    const stranger = signedIn(await memberOf(await organization(), 'admin'))
    const place = { organizationId: body, campaignId: one.id }
    await expect(pauseCampaign(stranger, place)).rejects.toThrow('organization-missing')
    await expect(countAudience(stranger, body, one.audience)).rejects.toThrow('organization-missing')
  })
})
