import * as z from 'zod/mini'
import { m } from '#app/paraglide/messages.js'

/** What an entry is about, by the first part of its verb. */
export const activityAreas = {
  event: ['event', 'category', 'host', 'act', 'venue'],
  agenda: ['agenda', 'session', 'room', 'track', 'appearance', 'proposal'],
  people: ['person', 'people', 'portrait', 'profile', 'slides', 'deputy', 'member'],
  invitations: ['invitation', 'answer'],
  registrations: ['registration'],
  day: ['live', 'floor', 'note', 'words'],
  recap: ['recap', 'recording', 'picture'],
  mail: ['mail'],
} satisfies Record<string, string[]>

export type ActivityArea = keyof typeof activityAreas
export const areaNames = Object.keys(activityAreas) as ActivityArea[]

const words: Record<ActivityArea, () => string> = {
  event: () => m['organize.activity.area-event'](),
  agenda: () => m['organize.activity.area-agenda'](),
  people: () => m['organize.activity.area-people'](),
  invitations: () => m['organize.activity.area-invitations'](),
  registrations: () => m['organize.activity.area-registrations'](),
  day: () => m['organize.activity.area-day'](),
  recap: () => m['organize.activity.area-recap'](),
  mail: () => m['organize.activity.area-mail'](),
}
export const areaName = (area: ActivityArea) => words[area]()

const querySchema = z.object({
  q: z.catch(z.string().check(z.trim(), z.maxLength(200)), ''),
  area: z.catch(z.nullable(z.enum(areaNames)), null),
  before: z.catch(
    z.optional(z.coerce.number().check(z.int(), z.positive(), z.lte(Number.MAX_SAFE_INTEGER))),
    undefined,
  ),
})

/** What the list is narrowed to; what an address says otherwise narrows nothing. */
export function readActivityQuery(asked: URLSearchParams) {
  const before = asked.get('before')
  return z.parse(querySchema, {
    q: asked.get('q') ?? '',
    area: asked.get('area'),
    before: before ?? undefined,
  })
}

const pages: Record<string, (base: string, id: string) => string> = {
  'event.edited': (base) => `${base}/settings`,
  agenda: (base) => `${base}/agenda/list`,
  session: (base, id) => `${base}/agenda/sessions/${id}`,
  person: (base, id) => `${base}/people/${id}`,
  registration: (base, id) => `${base}/registrations/${id}`,
  mail: (base) => `${base}/outbox`,
  recap: (base) => `${base}/recap`,
}
const lastingNot = /\.(removed|merged|erased|exported|parted)$/

/** Where the thing of an entry is on the desk, when it has a page of its own and is still there to be seen. */
export function pageOfEntry(base: string, verb: string, subjectId: string | null): string | null {
  const [kind = ''] = verb.split('.')
  const page = pages[verb] ?? pages[kind]
  if (!page || lastingNot.test(verb)) return null
  return /sessions|people|registrations/.test(page(base, '')) && !subjectId
    ? null
    : page(base, subjectId ?? '')
}
