import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { action as receive } from '#app/features/answers/receive-mail.ts'
import { loader as ownEvents } from '#app/features/events/organize/own-events.tsx'
import { queueMail } from '#app/features/mail/domain/queue-mail.server.ts'
import { returnAddress } from '#app/features/mail/domain/return-address.server.ts'
import { loader as listOfGuests } from '#app/features/registration/organize/registration-list.tsx'
import { registrationLoader } from '#app/features/registration/organize/registration-view.server.ts'
import { forgetEnv } from '#app/shared/env.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { withRequestStore } from '#app/shared/http/request-store.server.ts'
import { activity, bounce, outbox, pausedDomain, suppression } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { signedIn, system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import {
  complaint,
  exchange,
  exim,
  postfix,
  qmail,
  report,
  sample,
  sendmail,
  statusReport,
} from '../domain/bounce-samples.ts'
import { countBounce } from '../domain/count-bounce.server.ts'
import { liftSuppression } from '../domain/lift-suppression.server.ts'
import { listSuppressions } from '../domain/suppressions.server.ts'
import { action as resume } from './domain-resumption.ts'
import { loader } from './suppression-list.tsx'
import { action as lift, loader as one } from './suppression-page.tsx'

const { db } = await testDatabase()
Object.assign(process.env, {
  INBOUND_SECRET: 'a secret of twenty letters',
  REPLY_ADDRESS: 'in@ban-tron.example',
})
forgetEnv()

beforeEach(async () => {
  for (const table of [suppression, pausedDomain, bounce, outbox, activity]) await db.delete(table)
})

async function desk() {
  const body = await organization()
  const at = await event({ hosts: [body] })
  const member = await memberOf(body, 'organizer')
  const cookie = await signInCookieOf(member)
  const params = { organization: body.slug, event: at.slug }
  const path = `/organize/organizations/${body.slug}/suppressions`
  const list = async (q = '') => {
    const request = getPage(`${path}?q=${q}`, cookie)
    return withRequestStore(store(), () => loader({ request, params, context: {} })).then(({ data }) => data)
  }
  return { body, at, cookie, params, path, list, ctx: signedIn(member) }
}
type Desk = Awaited<ReturnType<typeof desk>>

let sources = 0
const store = () => ({ requestId: 't', source: `192.0.2.${++sources}`, locale: 'en' as const, nonce: '' })

/** A guest with a mail that was sent; answers it with its return address. */
async function written({ at }: Desk, email: string) {
  const guest = await registration(at.guest, { email })
  const { name, locale, id } = guest
  await queueMail({
    kind: 'confirmed',
    locale,
    recipientName: name,
    recipientEmail: email,
    eventId: at.id,
    registrationId: id,
  })
  const [row] = await db
    .update(outbox)
    .set({ state: 'sent', sentAt: new Date() })
    .where(eq(outbox.registrationId, id))
    .returning()
  if (!row) throw new Error('No mail')
  return { guest, row, to: returnAddress(row.id) }
}

/** A notice as a host posts it to the program, sent to this address. */
async function comes(raw: string, to: string) {
  const request = new Request('http://localhost:3000/inbound/mail', {
    method: 'POST',
    body: raw
      .replace('To: mail@ban-tron.example', `To: ${to}`)
      .replace('<notice@mx.example>', `<${crypto.randomUUID()}@mx.example>`)
      .replaceAll('<ours@ban-tron.example>', '<forgotten@elsewhere.example>'),
    headers: { Authorization: 'Bearer a secret of twenty letters' },
  })
  const answer = await withRequestStore(store(), () => receive({ request, params: {}, context: {} }))
  return (await answer.json()) as { verdict: string; reason: string }
}

const away = sample({
  from: 'an@example.org',
  subject: 'Automatic reply: x',
  headers: ['Auto-Submitted: auto-replied'],
  body: ['I am away, and my mailbox is full.'],
})
const read = sample({
  subject: 'Read: x',
  ...report('disposition-notification', [
    ['text/plain', 'Your message was read.'],
    ['message/disposition-notification', 'Disposition: manual-action/MDN-sent-manually; displayed', ''],
  ]),
})

test('ten addresses answer in ten ways, and the page says what became of each', async () => {
  const own = await desk()
  const ways: [name: string, raw: string, reason: string][] = [
    ['postfix-dead', postfix('5.1.1', '550 5.1.1 User unknown'), 'returned'],
    ['qmail-dead', qmail(['Sorry, no mailbox here by that name. (#5.1.1)']), 'returned'],
    ['exim-full', exim(['mailbox is full: retry timeout exceeded']), 'returned'],
    [
      'sendmail-dead',
      sendmail('550 5.1.1 <an@example.org>... User unknown', '550 5.1.1 User unknown'),
      'returned',
    ],
    [
      'exchange-refused',
      exchange('550 5.7.1 Service unavailable, client host blocked using Spamhaus'),
      'returned',
    ],
    ['complains', complaint('abuse'), 'complaint'],
    [
      'unclear',
      statusReport(['Sorry.'], ['Action: failed', 'Status: 5.0.0', 'Diagnostic-Code: smtp; 554 Nope']),
      'returned',
    ],
    ['delayed', statusReport(['Still trying.'], ['Action: delayed', 'Status: 4.4.1']), 'automatic'],
    ['away', away, 'automatic'],
    ['read', read, 'automatic'],
  ]
  for (const [name, raw, reason] of ways) {
    const { to } = await written(own, `${name}@${name}.example`)
    expect([name, (await comes(raw, to)).reason]).toEqual([name, reason])
  }
  const page = await own.list()
  expect(page.suppressions.map(({ email, cause, scope }) => `${email} ${cause} ${scope}`).sort()).toEqual([
    'complains@complains.example complaint advertising',
    'postfix-dead@postfix-dead.example dead all',
    'qmail-dead@qmail-dead.example dead all',
    'sendmail-dead@sendmail-dead.example dead all',
  ])
  expect(page.domains.map(({ domain }) => domain)).toEqual(['exchange-refused.example'])
  expect(page.reports.map(({ recipient, verdict }) => [recipient, verdict])).toEqual([
    ['unclear@unclear.example', 'unclear'],
  ])
  const dead = page.suppressions.find(({ email }) => email.startsWith('postfix'))
  expect(dead).toMatchObject({
    words: expect.stringContaining('User unknown'),
    mayLift: true,
    isOthers: false,
  })
  expect(dead?.mail).toMatchObject({ kind: 'confirmed', eventSlug: own.at.slug })
  expect((await own.list('qmail')).suppressions).toHaveLength(1)
})

test('a report without a true address is shown to who knows its reader, and changes nothing', async () => {
  const [own, other] = [await desk(), await desk()]
  const { to, row } = await written(own, 'an@example.org')
  const untrue = to.replace(/.@/, (last) => (last === 'a@' ? 'b@' : 'a@'))
  const raw = postfix('5.1.1', '550 5.1.1 User unknown')
  expect((await comes(raw, untrue)).reason).toBe('returned-unproven')
  const page = await own.list()
  expect(page.suppressions).toEqual([])
  expect(page.reports).toMatchObject([{ recipient: 'an@example.org', verdict: 'dead', mailId: null }])
  expect((await db.select().from(outbox).where(eq(outbox.id, row.id)))[0]?.state).toBe('sent')
  expect((await other.list()).reports).toEqual([])
  // Whom nobody knows is nobody's guest.
  await comes(raw.replaceAll('an@example.org', 'nobody@nowhere.example'), untrue)
  expect((await other.list()).reports).toMatchObject([{ recipient: 'nobody@nowhere.example' }])
})

test('the same report twice counts once', async () => {
  const own = await desk()
  const { to } = await written(own, 'an@example.org')
  const raw = postfix('4.2.2', '452 4.2.2 mailbox full')
  for (const _ of [1, 2, 3]) await comes(raw, to)
  expect(await db.select().from(bounce)).toHaveLength(1)
  expect((await own.list()).suppressions).toEqual([])
})

test('an organizer writes to an address again, with a reason, once', async () => {
  const own = await desk()
  const { to } = await written(own, 'an@example.org')
  await comes(postfix('5.1.1', '550 5.1.1 User unknown'), to)
  const [row] = await db.select().from(suppression)
  const params = { ...own.params, suppression: row?.id ?? '' }
  const send = (reason: string) =>
    withRequestStore(store(), () =>
      lift({ request: postForm(own.path, { reason }, own.cookie), params, context: {} }),
    )
  expect(await send(' ')).toMatchObject({ init: { status: 400 }, data: { errors: { reason: {} } } })
  expect(await send('She wrote from it')).toMatchObject({ status: 303 })
  expect(await send('Again')).toMatchObject({ init: { status: 409 }, data: { values: { reason: 'Again' } } })
  expect((await own.list()).suppressions).toEqual([])
  expect((await own.list()).lifted).toMatchObject([{ liftedReason: 'She wrote from it' }])
  const said = await db.select().from(activity).where(eq(activity.verb, 'suppression.lifted'))
  expect(said).toMatchObject([{ eventId: own.at.id, details: { reason: 'She wrote from it' } }])
})

test('of a neighbour’s mail an organization learns only what concerns its own guest', async () => {
  const [own, other, third] = [await desk(), await desk(), await desk()]
  const { to } = await written(own, 'an@example.org')
  await registration(other.at.guest, { email: 'an@example.org' })
  await comes(postfix('5.1.1', '550 5.1.1 User unknown'), to)
  expect((await other.list()).suppressions).toMatchObject([
    { email: 'an@example.org', mail: null, words: '', isOthers: true, mayLift: true },
  ])
  expect((await third.list()).suppressions).toEqual([])
  const [row] = await db.select().from(suppression)
  const request = getPage(`${third.path}/${row?.id}`, third.cookie)
  const params = { ...third.params, suppression: row?.id ?? '' }
  await expect(withRequestStore(store(), () => one({ request, params, context: {} }))).rejects.toMatchObject({
    code: 'suppression-missing',
  })
})

test('who complained of a neighbour’s mail is asked by the neighbour alone', async () => {
  const [own, other] = [await desk(), await desk()]
  const { to } = await written(own, 'an@example.org')
  await registration(other.at.guest, { email: 'an@example.org' })
  await comes(complaint('abuse'), to)
  const { suppressions } = await listSuppressions(other.ctx, other.body.id)
  const lifting = { suppressionId: suppressions[0]?.id ?? '', reason: 'x' }
  const refused = liftSuppression(other.ctx, { ...lifting, organizationId: other.body.id })
  await expect(refused).rejects.toMatchObject({ code: 'suppression-others' })
  await liftSuppression(own.ctx, { ...lifting, organizationId: own.body.id })
})

test('door staff lift nothing', async () => {
  const own = await desk()
  const door = signedIn(await memberOf(own.body, 'door'))
  const lifting = { organizationId: own.body.id, suppressionId: crypto.randomUUID(), reason: 'x' }
  await expect(liftSuppression(door, lifting)).rejects.toBeInstanceOf(Refusal)
  await expect(listSuppressions(door, own.body.id)).rejects.toMatchObject({ kind: 'rights' })
})

test('a domain that refuses us is told on the first page, and resumed from the list', async () => {
  const [own, other] = [await desk(), await desk()]
  const { to } = await written(own, 'an@refuses.example')
  await comes(exchange('550 5.7.1 Service unavailable, client host blocked using Spamhaus'), to)
  const home = async ({ cookie }: Desk) => {
    const request = getPage('/organize', cookie)
    return withRequestStore(store(), () => ownEvents({ request, params: {}, context: {} })).then(
      ({ data }) => data.paused,
    )
  }
  expect(await home(own)).toEqual([{ slug: own.body.slug, domains: ['refuses.example'] }])
  expect(await home(other)).toEqual([])
  const [{ id = '' } = {}] = (await own.list()).domains
  const go = ({ path, cookie, params }: Desk) =>
    withRequestStore(store(), () =>
      resume({ request: postForm(path, {}, cookie), params: { ...params, domain: id }, context: {} }),
    )
  await expect(go(other)).rejects.toMatchObject({ code: 'paused-domain-missing' })
  expect(await go(own)).toMatchObject({ status: 303 })
  expect((await own.list()).domains).toEqual([])
  expect(await go(own)).toMatchObject({ status: 303 })
  const verb = eq(activity.verb, 'domain.resumed')
  expect(await db.select().from(activity).where(verb)).toHaveLength(1)
})

test('a guest whose mails do not arrive is marked, on their page and in the list', async () => {
  const own = await desk()
  const { guest, row } = await written(own, 'An@example.org')
  const fine = await registration(own.at.guest)
  await countBounce(system(), { outboxId: row.id, verdict: 'dead', status: '', words: '' })
  const list = await withRequestStore(store(), () =>
    listOfGuests({ request: getPage('/organize', own.cookie), params: own.params, context: {} }),
  )
  const marks = new Map(list.rows.map(({ id, isUndelivered }) => [id, isUndelivered]))
  expect([marks.get(guest.id), marks.get(fine.id)]).toEqual([true, false])
  const page = async (id: string) =>
    withRequestStore(store(), () =>
      registrationLoader({
        request: getPage('/organize', own.cookie),
        params: { ...own.params, registration: id },
        context: {},
      }),
    )
  expect(await page(guest.id)).toMatchObject({
    isUndelivered: true,
    whyUndelivered: `${own.path}?q=An%40example.org`,
  })
  expect(await page(fine.id)).toMatchObject({ isUndelivered: false, whyUndelivered: null })
})
