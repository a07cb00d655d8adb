import { eq, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { undoAct } from '#app/features/acts/domain/undo-act.server.ts'
import { systemContext } from '#app/shared/context.ts'
import { account, event, initiative, organization, person } from '#db/schema/index.ts'
import { seededDatabase } from '#tests/database.ts'
import { signedIn } from '#tests/factories/contexts.ts'
import { event as madeEvent } from '#tests/factories/events.ts'
import { memberOf } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { findPublicEvent } from '../events.server.ts'
import { getOrganizedEvent, listCategories, listOrganizedEvents } from '../organized-events.server.ts'
import { eraseRemovedEvents, listDemoEvents, removeDemoEvents } from './demo-events.server.ts'

const { db } = await seededDatabase()
const [owner] = await db.select().from(account).where(eq(account.email, 'organizer@example.org'))
if (!owner) throw new Error('The seed has no organizer')
const ctx = signedIn(owner)
const [body] = await db.select().from(organization).where(eq(organization.slug, 'vfda'))
const organizationId = body?.id ?? ''
const slugs = async () => (await listOrganizedEvents(ctx)).map((one) => one.slug)
const later = systemContext('clock', new Date(Date.now() + 60 * 60_000))

test('what the seed planted goes in one act, comes back for a minute, and is then gone for good', async () => {
  const own = await madeEvent({ slug: 'our-own', hosts: [{ id: organizationId }] })
  const demo = await listDemoEvents(ctx)
  expect(demo).toHaveLength(8)
  expect(demo.every(({ guests, changes }) => guests + changes === 0)).toBe(true)
  const eventIds = [...demo.map(({ id }) => id), own.id]
  const remove = () =>
    performAct(ctx, {
      act: { organizationId, verb: 'demo.removed' },
      answered: unasked,
      work: () => removeDemoEvents(ctx, { organizationId, eventIds }),
    })
  await remove()
  expect(await slugs()).toEqual(['our-own'])
  expect(await findPublicEvent('harvard-roundtable-2025')).toBeNull()
  await expect(getOrganizedEvent(ctx, 'danaff', 'event.read')).rejects.toMatchObject({ kind: 'missing' })
  const [open] = await listOpenActs(ctx, { organizationId })
  await undoAct(ctx, open?.id ?? '')
  expect(await findPublicEvent('harvard-roundtable-2025')).not.toBeNull()
  expect(await slugs()).toHaveLength(9)
  expect(await eraseRemovedEvents(later)).toBe(0)
  await remove()
  expect(await eraseRemovedEvents(systemContext('clock'))).toBe(0)
  expect(await eraseRemovedEvents(later)).toBe(8)
  expect((await db.select().from(event)).map((one) => one.slug)).toEqual(['our-own'])
  expect(await db.$count(person, eq(person.isDemo, true))).toBe(0)
  expect(await db.$count(initiative)).toBe(0)
  expect(await db.$count(organization)).toBe(4)
})

test('what people added is counted, and only admins of every host may remove', async () => {
  const demo = await madeEvent({ isDemo: true, hosts: [{ id: organizationId }] })
  const [guest] = await listCategories(demo.id)
  if (guest) await registration(guest)
  expect(await listDemoEvents(ctx)).toMatchObject([{ id: demo.id, guests: 1 }])
  const helper = signedIn(await memberOf({ id: organizationId }, 'organizer'))
  expect(await listDemoEvents(helper)).toEqual([])
  const ids = { organizationId, eventIds: [demo.id] }
  await expect(removeDemoEvents(helper, ids)).rejects.toMatchObject({ kind: 'rights' })
  const foreign = await madeEvent({ isDemo: true })
  expect((await listDemoEvents(ctx)).map((one) => one.id)).toEqual([demo.id])
  await expect(removeDemoEvents(ctx, { organizationId, eventIds: [foreign.id] })).rejects.toMatchObject({
    code: 'demo-missing',
  })
  expect(await db.$count(event, inArray(event.id, [demo.id, foreign.id]))).toBe(2)
})
