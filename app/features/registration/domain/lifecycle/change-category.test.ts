import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import {
  activity,
  event as events,
  guestCategory,
  invitation,
  outbox,
  registration,
} from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { visitor } from '#tests/factories/contexts.ts'
import { category, event } from '#tests/factories/events.ts'
import { personalToken } from '../links/personal-link.server.ts'
import { getRegistrationByToken } from '../links/registration-by-token.server.ts'
import { waitlistPlace } from '../seats/waitlist-place.server.ts'
import { cancelOwnRegistration } from './cancel-registration.server.ts'
import { changeCategory } from './change-category.server.ts'
import { registerAttendee } from './register-attendee.server.ts'

await testDatabase()

const wish = (email: string, over: object = {}) => ({
  name: `Khách ${email}`,
  email: `${email}@example.org`,
  organization: '',
  position: '',
  language: 'vi' as const,
  category: 'guest',
  code: '',
  consent: true as const,
  ...over,
})

async function twoCategories(guests: number, press: number, over: object = {}) {
  const made = await event(over)
  const db = database()
  await db.update(guestCategory).set({ capacity: guests }).where(eq(guestCategory.id, made.guest.id))
  const pressSeats = await category(made, { code: 'press', capacity: press, position: 2 })
  return { ...made, press: pressSeats }
}

async function register(slug: string, email: string, over: object = {}): Promise<string> {
  const result = await registerAttendee(visitor(), slug, wish(email, over))
  if (result.kind !== 'registered') throw new Error('not registered')
  return personalToken(result.tokenSalt)
}

const to = (code: string, secret = '') => ({ category: code, code: secret })
const standing = async (token: string) => {
  const row = await getRegistrationByToken(token)
  const [at] = await database().select().from(guestCategory).where(eq(guestCategory.id, row.categoryId))
  return `${row.state} ${at?.code}`
}
const countersOf = async (id: string) => {
  const [row] = await database().select().from(guestCategory).where(eq(guestCategory.id, id))
  return row
}

describe('changing the category', () => {
  it('moves a seat with both counters, a higher SEQUENCE, mail and activity', async () => {
    const made = await twoCategories(1, 1)
    const linh = await register(made.slug, 'linh')
    const waiting = await register(made.slug, 'waiting')
    expect(await changeCategory(visitor(), linh, to('press'))).toBe('changed')
    expect(await standing(linh)).toBe('confirmed press')
    // The seat left behind goes to whoever waited for it.
    expect(await standing(waiting)).toBe('offered guest')
    expect(await countersOf(made.guest.id)).toMatchObject({ confirmed: 0, offered: 1, waitlisted: 0 })
    expect(await countersOf(made.press.id)).toMatchObject({ confirmed: 1 })
    const [whole] = await database().select().from(events).where(eq(events.id, made.id))
    expect(whole?.seated).toBe(2)
    const { id } = await getRegistrationByToken(linh)
    const [sent] = await database().select().from(invitation).where(eq(invitation.registrationId, id))
    expect(sent?.sequence).toBe(1)
    const mails = await database().select().from(outbox).where(eq(outbox.registrationId, id))
    expect(mails.map((mail) => mail.kind)).toEqual(['confirmed', 'confirmed'])
    const noted = await database().select().from(activity).where(eq(activity.subjectId, id))
    expect(noted.map((one) => one.verb)).toContain('registration.category-changed')
  })

  it('keeps the seat where the other category is full, until one is free there', async () => {
    const made = await twoCategories(1, 1)
    const linh = await register(made.slug, 'linh')
    const holder = await register(made.slug, 'holder', { category: 'press' })
    const later = await register(made.slug, 'later', { category: 'press' })
    const behind = await register(made.slug, 'behind')
    expect(await changeCategory(visitor(), linh, to('press'))).toBe('wished')
    expect(await changeCategory(visitor(), linh, to('press'))).toBe('wished')
    expect(await standing(linh)).toBe('confirmed guest')
    expect(await waitlistPlace(await getRegistrationByToken(linh))).toBe(2)
    expect(await waitlistPlace(await getRegistrationByToken(behind))).toBe(1)
    await cancelOwnRegistration(visitor(), holder)
    // Whoever stood there before is first, and Linh still has a seat.
    expect(await standing(later)).toBe('offered press')
    expect(await standing(linh)).toBe('confirmed guest')
    await cancelOwnRegistration(visitor(), later)
    expect(await standing(linh)).toBe('confirmed press')
    expect(await standing(behind)).toBe('offered guest')
    expect((await getRegistrationByToken(linh)).wishedCategoryId).toBeNull()
  })

  it('serves a wish before those who came to that line later', async () => {
    const made = await twoCategories(5, 1)
    const holder = await register(made.slug, 'holder', { category: 'press' })
    const linh = await register(made.slug, 'linh')
    await changeCategory(visitor(), linh, to('press'))
    const later = await register(made.slug, 'later', { category: 'press' })
    expect(await waitlistPlace(await getRegistrationByToken(later))).toBe(2)
    await cancelOwnRegistration(visitor(), holder)
    expect(await standing(linh)).toBe('confirmed press')
    expect(await standing(later)).toBe('waitlisted press')
  })

  it('ends a wish by staying', async () => {
    const made = await twoCategories(5, 1)
    const holder = await register(made.slug, 'holder', { category: 'press' })
    const linh = await register(made.slug, 'linh')
    await changeCategory(visitor(), linh, to('press'))
    expect(await changeCategory(visitor(), linh, to('guest'))).toBe('kept')
    await cancelOwnRegistration(visitor(), holder)
    expect(await standing(linh)).toBe('confirmed guest')
  })

  it('asks for the code, and leaves everything as it was without it', async () => {
    const made = await twoCategories(5, 5)
    await database()
      .update(guestCategory)
      .set({ accessCode: 'BÁO CHÍ' })
      .where(eq(guestCategory.id, made.press.id))
    const linh = await register(made.slug, 'linh')
    const wrong = changeCategory(visitor(), linh, to('press', 'nope'))
    await expect(wrong).rejects.toMatchObject({ code: 'code-wrong' })
    await expect(changeCategory(visitor(), linh, to('press'))).rejects.toMatchObject({ code: 'code-wrong' })
    expect(await standing(linh)).toBe('confirmed guest')
    await changeCategory(visitor(), linh, to('press', 'báo chí'))
    expect(await standing(linh)).toBe('confirmed press')
  })

  it('loses no seat to a category that organizers choose for', async () => {
    const made = await twoCategories(5, 5)
    await database()
      .update(guestCategory)
      .set({ needsApproval: true })
      .where(eq(guestCategory.id, made.press.id))
    const linh = await register(made.slug, 'linh')
    const change = changeCategory(visitor(), linh, to('press'))
    await expect(change).rejects.toMatchObject({ code: 'category-by-approval' })
    expect(await standing(linh)).toBe('confirmed guest')
  })

  it('gives the last seats to as many as there are, whoever races for them', async () => {
    const made = await twoCategories(20, 3)
    const tokens = await Promise.all(Array.from({ length: 20 }, (_, n) => register(made.slug, `race${n}`)))
    const newcomers = Array.from({ length: 5 }, (_, n) =>
      registerAttendee(visitor(), made.slug, wish(`new${n}`, { category: 'press' })),
    )
    await Promise.all([...newcomers, ...tokens.map((token) => changeCategory(visitor(), token, to('press')))])
    const rows = await database().select().from(registration).where(eq(registration.eventId, made.id))
    const seated = rows.filter((row) => row.state === 'confirmed')
    expect(seated.filter((row) => row.categoryId === made.press.id)).toHaveLength(3)
    const press = await countersOf(made.press.id)
    const guest = await countersOf(made.guest.id)
    const [whole] = await database().select().from(events).where(eq(events.id, made.id))
    expect(press?.confirmed).toBe(3)
    expect(whole?.seated).toBe(seated.length)
    expect(guest?.confirmed).toBe(seated.length - 3)
    // None of those who had a seat lost it.
    expect(
      await Promise.all(tokens.map(async (token) => (await getRegistrationByToken(token)).state)),
    ).toEqual(Array(20).fill('confirmed'))
  })
})
