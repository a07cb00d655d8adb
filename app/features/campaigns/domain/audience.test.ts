import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { Condition } from '#db/schema/audience.ts'
import { contact } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { contactOn, list } from '#tests/factories/lists.ts'
import { organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { initiativeWith, supporterOf } from '#tests/factories/supporters.ts'
import { countAudience } from './count-audience.server.ts'
import { addCampaign } from './edit-campaign.server.ts'

const { db } = await testDatabase()

async function desk(readers: number) {
  const { id: body } = await organization()
  const of = await list({ organizationId: body })
  const contacts = []
  for (let n = 0; n < readers; n++) contacts.push(await contactOn(of))
  return { body, of, contacts }
}

describe('an audience', () => {
  test('is the confirmed of its lists, once each, whom the conditions are true of', async () => {
    const { body, of, contacts } = await desk(3)
    const other = await list({ organizationId: body })
    const at = await event({ hosts: [{ id: body }] })
    const [first, second, third] = contacts
    if (!first || !second || !third) throw new Error('three were made')
    await registration(at.guest, { email: first.email.toUpperCase() })
    await db.update(contact).set({ locale: 'en', country: 'US' }).where(eq(contact.id, second.id))
    await contactOn(other, { state: 'waiting' })
    const living = ['pending', 'confirmed', 'waitlisted', 'offered'] as const
    const registered: Condition = { kind: 'registered', eventId: at.id, states: [...living] }
    const english: Condition = { kind: 'language', locale: 'en' }
    const count = async (match: 'all' | 'any', ...conditions: Condition[]) =>
      (await countAudience(system(), body, { lists: [of.id, other.id], match, conditions })).addresses
    expect(await count('all')).toBe(3)
    expect(await count('all', registered)).toBe(1)
    expect(await count('all', { ...registered, not: true })).toBe(2)
    expect(await count('any', registered, english)).toBe(2)
    expect(await count('all', registered, english)).toBe(0)
    expect(await count('all', { kind: 'country', country: 'US' })).toBe(1)
    expect(await count('all', { kind: 'country', country: 'US', not: true })).toBe(2)
    expect(
      await countAudience(system(), body, { lists: [of.id, other.id], match: 'all', conditions: [] }),
    ).toMatchObject({
      byLocale: { vi: 2, en: 1 },
      waiting: 1,
      repeated: 0,
    })
    expect((await countAudience(system(), body, { lists: [], match: 'all', conditions: [] })).addresses).toBe(
      0,
    )
  })

  test('tells who supports an initiative, and as what', async () => {
    const { body, of, contacts } = await desk(3)
    const [maker, fund, other] = contacts
    if (!maker || !fund || !other) throw new Error('three were made')
    const carried = await initiativeWith([{ id: body }])
    await supporterOf(carried.id, { email: maker.email.toUpperCase() })
    await supporterOf(carried.id, { email: fund.email, kind: 'investor' })
    await supporterOf(carried.id, { email: other.email, state: 'left' })
    const count = async (...conditions: Condition[]) =>
      (await countAudience(system(), body, { lists: [of.id], match: 'all', conditions })).addresses
    const supports: Condition = { kind: 'supporter', initiativeId: carried.id }
    expect(await count(supports)).toBe(2)
    expect(await count({ ...supports, of: 'investor' })).toBe(1)
    expect(await count({ ...supports, not: true })).toBe(1)
    expect(await count({ ...supports, of: 'investor', not: true }, supports)).toBe(1)
    const foreign = await initiativeWith()
    const details = {
      name: 'x',
      eventId: null,
      subject: {},
      perHour: null,
      perDomainHour: null,
      audience: {
        lists: [of.id],
        match: 'all' as const,
        conditions: [{ kind: 'supporter' as const, initiativeId: foreign.id }],
      },
    }
    await expect(addCampaign(system(), { organizationId: body, details })).rejects.toThrow(
      'initiative-missing',
    )
  })

  test('names no list and no event of another organization', async () => {
    const { body } = await desk(0)
    const foreign = await list({ organizationId: (await organization()).id })
    const at = await event()
    const details = {
      name: 'x',
      eventId: null,
      subject: {},
      perHour: null,
      perDomainHour: null,
      audience: { lists: [foreign.id], match: 'all' as const, conditions: [] },
    }
    await expect(addCampaign(system(), { organizationId: body, details })).rejects.toThrow('list-missing')
    const asking = {
      ...details,
      audience: {
        lists: [],
        match: 'all' as const,
        conditions: [{ kind: 'speaker' as const, eventId: at.id }],
      },
    }
    await expect(addCampaign(system(), { organizationId: body, details: asking })).rejects.toThrow(
      'event-missing',
    )
  })
})
