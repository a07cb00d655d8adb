import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { answerOwnQuestions } from '#app/features/registration/domain/answering/answer-own-questions.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { loader as ownPage } from '#app/features/registration/registration.tsx'
import { systemContext } from '#app/shared/context.ts'
import { announcement, event as events, outbox, registration as registrations } from '#db/schema/index.ts'
import { testDatabase } from '#tests/database.ts'
import { event as eventOf } from '#tests/factories/events.ts'
import { memberOf, organization } from '#tests/factories/organizations.ts'
import { question } from '#tests/factories/questions.ts'
import { registration } from '#tests/factories/registrations.ts'
import { getPage, postForm, signInCookieOf } from '#tests/factories/requests.ts'
import { action, loader } from './ask-afterwards.tsx'

const { db } = await testDatabase()
const hour = 3_600_000
const posted = (values: Record<string, string[]>) => ({ values, shown: null })

async function asking() {
  const body = await organization()
  // Registration is over: what is asked afterwards does not depend on it.
  const made = await eventOf({ hosts: [body], registrationClosesAt: new Date(Date.now() - hour) })
  await question(made, { code: 'vegetarian', kind: 'yes-no' })
  const terms = [{ about: 'vegetarian', test: 'is' as const, value: 'yes' }]
  await question(made, { code: 'hotel', moment: 'afterwards', isRequired: true })
  await question(made, { code: 'tofu', moment: 'afterwards', condition: { join: 'all', terms } })
  const cookie = await signInCookieOf(await memberOf(body, 'organizer'))
  const params = { event: made.slug }
  const ask = (until: string) =>
    action({ request: postForm('/organize', { until }, cookie), params, context: {} })
  const page = async () => (await loader({ request: getPage('/organize', cookie), params, context: {} })).data
  const at = (ms: number) => localOfInstant(new Date(Date.now() + ms), made.timeZone)
  const own = async (token: string) =>
    ownPage({ request: getPage(`/registrations/${token}`), params: { token }, context: {} })
  return { made, ask, page, at, own }
}

it('those who have not answered are asked by an announcement that nobody has sent yet', async () => {
  const { made, ask, page, at, own } = await asking()
  const answered = { hotel: { values: ['no'], asked: '', shown: '', lang: 'vi' as const, at: '' } }
  await registration(made.guest, { answers: answered })
  await registration(made.guest, { state: 'cancelled' })
  const row = await registration(made.guest)
  const token = personalToken(row.tokenSalt)
  expect((await own(token)).askedUntil).toBeNull()
  expect((await page()).unanswered).toBe(1)
  expect(await ask(at(48 * hour))).toMatchObject({ status: 303 })
  const [draft] = await db.select().from(announcement).where(eq(announcement.eventId, made.id))
  expect(draft).toMatchObject({
    sentAt: null,
    audience: { picked: [row.id], onlyPicked: true },
    subject: { vi: expect.stringContaining('Bàn tròn'), en: expect.stringContaining('Film roundtable') },
  })
  expect(await db.select().from(outbox).where(eq(outbox.eventId, made.id))).toEqual([])
  expect(await own(token)).toMatchObject({ mayAnswer: true, askedUntil: expect.any(Date) })
  const parsed = await answerOwnQuestions(systemContext('test'), token, posted({}))
  expect(parsed.faults).toEqual({ hotel: 'shared.form.missing' })
  await answerOwnQuestions(systemContext('test'), token, posted({ hotel: ['yes'], vegetarian: ['yes'] }))
  const [stored] = await db.select().from(registrations).where(eq(registrations.id, row.id))
  // What was asked at registration is closed.
  expect(Object.keys(stored?.answers ?? {})).toEqual(['hotel'])
  expect((await own(token)).askedUntil).toBeNull()
  expect(await ask(at(48 * hour))).toMatchObject({ init: { status: 409 } })
})

it('a deadline lies ahead, and ends it', async () => {
  const { made, ask, at } = await asking()
  const token = personalToken((await registration(made.guest)).tokenSalt)
  expect(await ask(at(-hour))).toMatchObject({ data: { errors: { until: expect.anything() } } })
  expect(await ask('soon')).toMatchObject({ data: { errors: { until: expect.anything() } } })
  await db
    .update(events)
    .set({ answersUntil: new Date(Date.now() - 1000) })
    .where(eq(events.id, made.id))
  const late = answerOwnQuestions(systemContext('test'), token, posted({ hotel: ['yes'] }))
  await expect(late).rejects.toMatchObject({ code: 'answers-closed' })
})
