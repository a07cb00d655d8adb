import * as z from 'zod/mini'
import { checkbox, oneOf, optionalCount, optionalText } from '#app/shared/forms/fields.ts'
import { interpretationWays, type Locale, locales } from '#app/shared/vocabulary.ts'
import type { Rules } from '../domain/interpretation-gaps.ts'
import type { SessionPlan } from '../domain/interpretation-plan.server.ts'

const person = () => z.string().check(z.uuid())
export const directions = ['vi-en', 'en-vi'] as const

const row = z.object({
  person: z._default(z.union([z.literal(''), person()]), ''),
  direction: z._default(oneOf(directions), 'vi-en'),
  bothWays: z._default(checkbox(), false),
  way: z._default(oneOf(interpretationWays), 'booth'),
  from: optionalCount(24 * 60),
  minutes: optionalCount(24 * 60),
})

/** A session's plan as rows: one without an interpreter is none. */
export const sessionPlanSchema = z
  .object({
    spokenBy: z._default(z.record(person(), z.union([z.literal(''), oneOf(locales)])), {}),
    shifts: z._default(z.record(z.string().check(z.regex(/^\d{1,2}$/)), row), {}),
    receivers: optionalCount(10_000),
    note: optionalText(2000),
  })
  .check(
    z.check(({ value, issues }) => {
      for (const [at, shift] of Object.entries(value.shifts)) {
        if (shift.person === '' || shift.minutes) continue
        issues.push({
          code: 'custom',
          message: 'interpretation.plan.minutes-missing',
          path: ['shifts', at, 'minutes'],
          input: shift.minutes,
        })
      }
    }),
  )

/** Two rows more than there are, to write into. */
const blanks = 2

export function sessionPlanValues({ spokenBy, shifts, receivers, note }: SessionPlan) {
  const rows = shifts.map(({ personId, source, target, bothWays, way, fromMinute, minutes }) => ({
    person: personId,
    direction: `${source}-${target}`,
    bothWays: bothWays ? 'on' : '',
    way,
    from: String(fromMinute),
    minutes: String(minutes),
  }))
  const blank = { person: '', direction: 'vi-en', bothWays: 'on', way: 'booth', from: '', minutes: '' }
  const all = [...rows, ...Array.from({ length: blanks }, () => blank)]
  return {
    spokenBy: { ...spokenBy },
    shifts: Object.fromEntries(all.map((one, at) => [String(at), one])),
    receivers: receivers === null ? '' : String(receivers),
    note,
  }
}

export function sessionPlanOf({
  spokenBy,
  shifts,
  receivers,
  note,
}: z.infer<typeof sessionPlanSchema>): SessionPlan {
  return {
    spokenBy: Object.fromEntries(
      Object.entries(spokenBy).flatMap(([id, said]) => (said === '' ? [] : [[id, said]])),
    ),
    shifts: Object.values(shifts).flatMap((one) => {
      const [source, target] = one.direction.split('-') as [Locale, Locale]
      if (one.person === '' || !one.minutes) return []
      const { person: personId, bothWays, way, minutes } = one
      return [{ personId, source, target, bothWays, way, fromMinute: one.from ?? 0, minutes }]
    }),
    receivers,
    note,
  }
}

export const rulesSchema = z.object({
  longestMinutes: optionalCount(480),
  restMinutes: optionalCount(480),
})

export const rulesValues = ({ longestMinutes, restMinutes }: Rules) => ({
  longestMinutes: String(longestMinutes),
  restMinutes: String(restMinutes),
})
