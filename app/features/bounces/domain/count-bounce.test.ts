import { eq } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { activity, bounce, outbox, pausedDomain, suppression } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { nextNumber } from '#tests/factories/numbers.ts'
import { countBounce, type Said } from './count-bounce.server.ts'

const { db } = await testDatabase()
const at = await event()
const now = new Date()
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000)

beforeEach(async () => {
  await db.delete(suppression)
  await db.delete(pausedDomain)
  await db.delete(outbox)
  await db.delete(activity)
})

async function sent(email: string, hoursAgo = 1, state: 'sent' | 'failed' = 'sent') {
  const [row] = await db
    .insert(outbox)
    .values({
      kind: 'test',
      locale: 'vi',
      recipientName: 'An',
      recipientEmail: email,
      eventId: at.id,
      messageId: `<${nextNumber()}@ban-tron.example>`,
      state,
      createdAt: hours(hoursAgo),
      sentAt: state === 'sent' ? hours(hoursAgo) : null,
    })
    .returning()
  if (!row) throw new Error('No mail')
  return row.id
}

const said = (verdict: Said['verdict']): Said => ({ verdict, status: '', words: `said: ${verdict}` })
const comes = (outboxId: string, verdict: Said['verdict'], when = now) =>
  countBounce(system(when), { outboxId, ...said(verdict) })
const standing = () => db.select().from(suppression)

test('a dead address is suppressed at once, with the mail that told it, and said in the activity', async () => {
  const id = await sent('An@Example.org')
  expect(await comes(id, 'dead')).toBe(true)
  const [told] = await db.select().from(bounce)
  expect(told).toMatchObject({ outboxId: id, recipient: 'an@example.org', verdict: 'dead' })
  expect(await standing()).toMatchObject([
    { email: 'an@example.org', scope: 'all', cause: 'dead', outboxId: id, bounceId: told?.id },
  ])
  expect(await db.select().from(activity)).toMatchObject([
    {
      verb: 'suppression.added',
      eventId: at.id,
      subjectName: 'An',
      details: { scope: 'all', cause: 'dead' },
    },
  ])
})

test('the same mail counts once, by whatever way it is told', async () => {
  const id = await sent('an@example.org')
  const told = await Promise.all([comes(id, 'temporary'), comes(id, 'temporary'), comes(id, 'dead')])
  expect(told.filter(Boolean)).toHaveLength(1)
  expect(await db.select().from(bounce)).toHaveLength(1)
})

test('what nobody understood gives way to what somebody does', async () => {
  const id = await sent('an@example.org')
  await comes(id, 'unclear')
  expect(await standing()).toEqual([])
  expect(await comes(id, 'unclear')).toBe(false)
  await comes(id, 'dead')
  expect(await db.select().from(bounce)).toMatchObject([{ verdict: 'dead' }])
  expect(await standing()).toHaveLength(1)
})

test('three temporary failures in a row suppress, even if they come at once', async () => {
  const ids = [await sent('an@example.org', 3), await sent('an@example.org', 2), await sent('an@example.org')]
  await Promise.all(ids.map((id) => comes(id, 'temporary')))
  expect(await standing()).toMatchObject([{ email: 'an@example.org', scope: 'all', cause: 'temporary' }])
})

test('refusals while sending count beside notices', async () => {
  const ids = [
    await sent('an@example.org', 50, 'failed'),
    await sent('an@example.org', 40),
    await sent('an@example.org', 1, 'failed'),
  ]
  await comes(ids[0] ?? '', 'temporary', hours(50))
  await comes(ids[1] ?? '', 'temporary', hours(39))
  expect(await standing()).toEqual([])
  await comes(ids[2] ?? '', 'temporary')
  expect(await standing()).toHaveLength(1)
})

test('a delivery between three temporary failures counts them anew', async () => {
  const [first, second, , third] = [
    await sent('an@example.org', 90),
    await sent('an@example.org', 80),
    await sent('an@example.org', 40),
    await sent('an@example.org', 1),
  ]
  for (const id of [first, second, third]) await comes(id ?? '', 'temporary')
  expect(await standing()).toEqual([])
})

test('a complaint stops advertising only, and is told beside what else became of the mail', async () => {
  const id = await sent('an@example.org')
  await comes(id, 'complaint')
  await comes(id, 'temporary')
  expect(await standing()).toMatchObject([{ scope: 'advertising', cause: 'complaint' }])
  expect(await db.select().from(bounce)).toHaveLength(2)
})

test('a refusal of us pauses the domain once, and changes no address', async () => {
  await comes(await sent('an@slow.example'), 'refused')
  await comes(await sent('binh@Slow.example'), 'refused')
  expect(await standing()).toEqual([])
  const [paused, ...more] = await db.select().from(pausedDomain)
  expect(more).toEqual([])
  expect(paused).toMatchObject({ domain: 'slow.example', words: 'said: refused', resumedAt: null })
  expect(paused?.until.getTime()).toBe(now.getTime() + 24 * 3_600_000)
  expect(await db.select().from(activity)).toMatchObject([{ verb: 'domain.paused', eventId: at.id }])
})

test('a pause that ended by itself begins again with the next refusal', async () => {
  await comes(await sent('an@slow.example', 40), 'refused', hours(30))
  await comes(await sent('binh@slow.example'), 'refused')
  expect(await db.select().from(pausedDomain)).toMatchObject([{ since: now }])
  expect(await db.select().from(activity)).toHaveLength(2)
})

test('after it was lifted, only what was sent later counts', async () => {
  const [old, newer] = [await sent('an@example.org', 10), await sent('an@example.org', 1)]
  await comes(await sent('an@example.org', 20), 'dead', hours(19))
  await db
    .update(suppression)
    .set({ liftedAt: hours(5) })
    .where(eq(suppression.email, 'an@example.org'))
  await comes(old, 'dead')
  expect((await standing()).filter(({ liftedAt }) => liftedAt === null)).toEqual([])
  await comes(newer, 'dead')
  expect((await standing()).filter(({ liftedAt }) => liftedAt === null)).toHaveLength(1)
})

test('a mail of nobody’s changes nothing', async () => {
  expect(await comes(crypto.randomUUID(), 'dead')).toBe(false)
})
