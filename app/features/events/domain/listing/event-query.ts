import * as z from 'zod/mini'
import { eventKinds } from '#app/shared/vocabulary.ts'

const year = z.string().check(z.regex(/^(19|20)\d\d$/))
const line = z.catch(z.nullable(z.string().check(z.minLength(1), z.maxLength(120))), null)

/** What somebody looks for among the events; what is no choice counts as none. */
export const eventQuerySchema = z.object({
  q: z.catch(z.string().check(z.trim(), z.maxLength(200)), ''),
  /** Those to come, those that are over, or those of one year. */
  when: z.catch(z.nullable(z.union([z.enum(['coming', 'past']), year])), null),
  city: line,
  kind: z.catch(z.nullable(z.enum(eventKinds)), null),
  host: line,
  page: z.catch(z.coerce.number().check(z.int(), z.gte(1), z.lte(1000)), 1),
})

export type EventQuery = z.infer<typeof eventQuerySchema>

/** The query of an address, `?q=film&when=past`. */
export function readEventQuery(search: URLSearchParams): EventQuery {
  return eventQuerySchema.parse({
    city: null,
    host: null,
    kind: null,
    when: null,
    ...Object.fromEntries(search),
  })
}

/** Whether anything is asked for at all: the first page without a question shows what comes. */
export function isAsked({ q, when, city, kind, host, page }: EventQuery): boolean {
  return q !== '' || [when, city, kind, host].some((one) => one !== null) || page > 1
}

/** The same question at another page, as it stands in an address. */
export function eventQueryAt(query: EventQuery, page: number): string {
  const { q, when, city, kind, host } = query
  const asked = { q, when, city, kind, host, page: page > 1 ? String(page) : null }
  const given = Object.entries(asked).filter((one): one is [string, string] => Boolean(one[1]))
  return given.length > 0 ? `?${new URLSearchParams(given)}` : ''
}
