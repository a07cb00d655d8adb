import { describe, expect, test } from 'vitest'
import { signUp, star } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { category, event, organizedEvent } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { registration } from '#tests/factories/registrations.ts'
import { person, session } from '#tests/factories/speakers.ts'
import { listAudience } from './audience.server.ts'
import { planRecipients, usualAudience } from './recipients.ts'

const { db } = await testDatabase()

describe('who is written to', () => {
  test('the registered by state, category, session and by hand', async () => {
    const { event: at } = await organizedEvent()
    const press = await category(at, { code: 'press' })
    const talk = await session(at, [])
    const [lan, minh, ha, left] = [
      await registration(at.guest, { email: 'lan@example.org' }),
      await registration(at.guest, { email: 'minh@example.org', state: 'waitlisted' }),
      await registration(press, { email: 'ha@example.org', state: 'pending' }),
      await registration(at.guest, { email: 'left@example.org', state: 'cancelled' }),
    ]
    await registration((await event()).guest, { email: 'elsewhere@example.org' })
    await db.insert(signUp).values([
      { sessionId: talk.id, registrationId: lan.id, state: 'confirmed' },
      { sessionId: talk.id, registrationId: ha.id, state: 'cancelled' },
    ])
    await db.insert(star).values({ sessionId: talk.id, registrationId: minh.id })
    const to = async (more: Partial<typeof usualAudience>) =>
      (await listAudience(at.id, { ...usualAudience, ...more })).map((one) => one.email?.split('@')[0])
    expect(await to({})).toEqual(['lan', 'minh', 'ha'])
    expect(await to({ states: [] })).toEqual([])
    expect(await to({ states: ['confirmed', 'cancelled'] })).toEqual(['lan', 'left'])
    expect(await to({ categoryIds: [press.id] })).toEqual(['ha'])
    expect(await to({ sessionId: talk.id })).toEqual(['lan', 'minh'])
    expect(await to({ sessionId: talk.id, tie: 'signed-up' })).toEqual(['lan'])
    expect(await to({ sessionId: talk.id, tie: 'starred' })).toEqual(['minh'])
    expect(await to({ picked: [left.id, ha.id], onlyPicked: true })).toEqual(['ha'])
    expect(await to({ picked: [left.id], onlyPicked: false })).toEqual(['lan', 'minh', 'ha'])
  })

  test('speakers of sessions that were not dropped, their assistants, and members of every host body', async () => {
    const bodies = [await organization(), await organization()] as const
    const at = await event({ hosts: [...bodies] })
    await memberOf(bodies[0], 'admin', { email: 'admin@example.org' })
    await memberOf(bodies[1], 'door', { email: 'door@example.org' })
    await memberOf(await organization(), 'admin', { email: 'stranger@example.org' })
    const [one, two] = [
      await person({ email: 'one@example.org', assistantEmail: 'assistant@example.org' }),
      await person({ email: null }),
    ]
    const gone = await person({ email: 'gone@example.org' })
    await session(at, [one, two])
    const second = await session(at, [one])
    await session(at, [gone], { cancelledAt: new Date() })
    const plan = async (more: Partial<typeof usualAudience>) => {
      const groups = ['speakers', 'hosts'] as const
      return planRecipients(await listAudience(at.id, { ...usualAudience, groups: [...groups], ...more }))
    }
    const { recipients, withoutAddress } = await plan({})
    expect(recipients.map(({ email }) => email).sort()).toEqual([
      'admin@example.org',
      'assistant@example.org',
      'door@example.org',
      'one@example.org',
    ])
    expect(withoutAddress.map(({ name }) => name)).toEqual([two.name])
    expect((await plan({ groups: ['speakers'], sessionId: second.id })).recipients).toHaveLength(2)
  })
})
