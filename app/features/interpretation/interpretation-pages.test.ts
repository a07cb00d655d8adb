import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { safeParse } from 'zod/mini'
import { addAppearance } from '#app/features/agenda/domain/add-appearance.server.ts'
import { addPerson } from '#app/features/people/domain/add-person.server.ts'
import { addReadyMade } from '#app/features/questions/domain/add-ready-made.server.ts'
import { listQuestions } from '#app/features/questions/domain/questions.server.ts'
import { session as sessions, star } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { testDatabase } from '#tests/database.ts'
import { organizedEvent } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { listHeard } from './domain/heard-languages.server.ts'
import { interpretationGaps } from './domain/interpretation-gaps.ts'
import { getSessionPlan, listInterpretation, type SessionPlan } from './domain/interpretation-plan.server.ts'
import { saveSessionPlan } from './domain/save-session-plan.server.ts'
import { setInterpretationRules } from './domain/set-interpretation-rules.server.ts'
import { sessionPlanOf, sessionPlanSchema, sessionPlanValues } from './organize/interpretation.schema.ts'

await testDatabase()

async function interpreted() {
  const { ctx, event } = await organizedEvent()
  const session = await sessionOf(event, { minutes: 60 })
  await database()
    .update(sessions)
    .set({ languages: ['vi'], interpretation: ['en'] })
    .where(eq(sessions.id, session.id))
  const [lan, an] = [
    await addPerson(ctx, { eventId: event.id, name: 'Lan' }),
    await addPerson(ctx, { eventId: event.id, name: 'An' }),
  ]
  for (const { id: personId } of [lan, an]) {
    await addAppearance(ctx, { sessionId: session.id, personId, role: 'interpreter' })
  }
  const save = (plan: SessionPlan, seen: SessionPlan) =>
    saveSessionPlan(ctx, { eventId: event.id, sessionId: session.id, seen, plan })
  const found = async () => (await getSessionPlan(event.id, session.id)).plan
  return { ctx, event, session, lan, an, save, found }
}
const shiftOf = (personId: string, fromMinute: number, minutes = 30) => ({
  personId,
  source: 'vi' as const,
  target: 'en' as const,
  bothWays: true,
  way: 'booth' as const,
  fromMinute,
  minutes,
})
const none: SessionPlan = { spokenBy: {}, shifts: [], receivers: null, note: '' }

it('is whole once two interpreters share the session, and lacks them until then', async () => {
  const { event, lan, an, save, found } = await interpreted()
  const gaps = async () => {
    const { sessions, rules } = await listInterpretation(event.id)
    return interpretationGaps(
      sessions.map((one) => one.interpreted),
      rules,
    ).map(({ kind }) => kind)
  }
  expect(await gaps()).toEqual(['uncovered'])
  const plan = { ...none, shifts: [shiftOf(lan.id, 0), shiftOf(an.id, 30)], receivers: 40, note: 'Kênh 2' }
  expect(await save(plan, none)).toBe(true)
  expect(await gaps()).toEqual([])
  expect(await found()).toEqual(plan)
  expect(await save(plan, plan)).toBe(false)
})

it('is never saved over what another organizer saved, nor with people of other sessions', async () => {
  const { lan, save, found } = await interpreted()
  const other = await interpreted()
  const plan = { ...none, shifts: [shiftOf(lan.id, 0)] }
  await save(plan, none)
  await expect(save({ ...plan, note: 'x' }, none)).rejects.toMatchObject({ code: 'saved-by-other' })
  await expect(save({ ...plan, shifts: [shiftOf(other.lan.id, 0)] }, plan)).rejects.toMatchObject({
    kind: 'missing',
  })
  expect(await found()).toEqual(plan)
})

it('reads its form as it wrote it, and asks for minutes', async () => {
  const { lan, an, save, found } = await interpreted()
  await save(
    {
      ...none,
      spokenBy: { [lan.id]: 'en' },
      shifts: [shiftOf(lan.id, 0), { ...shiftOf(an.id, 30), way: 'whisper' }],
    },
    none,
  )
  const stored = await found()
  const read = safeParse(sessionPlanSchema, sessionPlanValues(stored))
  expect(read.data && sessionPlanOf(read.data)).toEqual(stored)
  const values = sessionPlanValues(stored)
  const short = { ...values, shifts: { ...values.shifts, 0: { ...values.shifts['0'], minutes: '' } } }
  expect(safeParse(sessionPlanSchema, short).error?.issues[0]?.path).toEqual(['shifts', '0', 'minutes'])
})

it('measures work and rest by the event’s own rules', async () => {
  const { ctx, event, lan, save } = await interpreted()
  await save({ ...none, shifts: [shiftOf(lan.id, 0, 60)] }, none)
  const kinds = async () => {
    const { sessions, rules } = await listInterpretation(event.id)
    return interpretationGaps(
      sessions.map((one) => one.interpreted),
      rules,
    ).map(({ kind }) => kind)
  }
  expect(await kinds()).toEqual(['shift-too-long'])
  const rules = { longestMinutes: 60, restMinutes: 30 }
  await setInterpretationRules(ctx, {
    eventId: event.id,
    seen: { longestMinutes: 30, restMinutes: 15 },
    rules,
  })
  expect(await kinds()).toEqual([])
})

it('counts what listeners asked for: of a session’s own guests, and where it has none of everybody', async () => {
  const { ctx, event, session } = await interpreted()
  const other = await sessionOf(event, { minutes: 30 })
  await addReadyMade(ctx, { eventId: event.id, set: 'interpretation' })
  const [asked] = await listQuestions(event.id)
  const { english = '', vietnamese = '' } = Object.fromEntries(
    (asked?.choices ?? []).map(({ code }) => [code, code]),
  )
  const answer = (...values: string[]) => ({
    [asked?.code ?? '']: { values, asked: '', shown: '', lang: 'vi' as const, at: '' },
  })
  const one = await registration(event.guest, { answers: answer(english) })
  await registration(event.guest, { answers: answer(english, vietnamese) })
  await registration(event.guest, { answers: answer(english), state: 'cancelled' })
  await registration(event.guest)
  await database().insert(star).values({ registrationId: one.id, sessionId: session.id })
  const { sessions } = await listInterpretation(event.id)
  const needs = new Map(sessions.map(({ session: { id }, interpreted: { needs } }) => [id, needs]))
  expect(needs.get(session.id)).toEqual({ en: 1 })
  expect(needs.get(other.id)).toEqual({ en: 2, vi: 1 })
})

it('tells the room what is spoken, and how the other languages are heard', async () => {
  const { session, lan, save } = await interpreted()
  const shown = { id: session.id, languages: ['vi'], interpretation: ['en'] } as const
  expect(await listHeard([shown])).toEqual([
    { sessionId: session.id, spoken: ['vi'], into: [{ language: 'en', ways: [] }] },
  ])
  await save(
    { ...none, shifts: [{ ...shiftOf(lan.id, 0), source: 'en', target: 'vi', way: 'whisper' }] },
    none,
  )
  expect((await listHeard([shown]))[0]?.into).toEqual([{ language: 'en', ways: ['whisper'] }])
  expect(await listHeard([{ ...shown, interpretation: [] }])).toMatchObject([{ into: [] }])
})
