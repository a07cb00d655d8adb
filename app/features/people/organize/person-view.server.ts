import type { Context } from '#app/shared/context.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import { listLikely } from '../domain/duplicates/duplicates.server.ts'
import type { KnownPerson } from '../domain/known-to-hosts.server.ts'
import { listAskedOf, listPartsOf } from '../domain/people.server.ts'
import { findPortrait } from '../domain/portraits/portraits.server.ts'
import { reachable } from '../domain/reach.server.ts'

type EventOfPage = { id: string; timeZone: string }

/** What stands around a person's form: their picture, their sessions here, what they answered, who else they may be. */
export async function personView(ctx: Context, event: EventOfPage, person: KnownPerson) {
  const { locale } = ctx
  const [parts, asked, likely, portrait, own] = await Promise.all([
    listPartsOf(event.id, person.id),
    listAskedOf(event.id, person.id),
    listLikely(ctx, event.id, person),
    findPortrait(person.id),
    reachable(ctx, [person.id]),
  ])
  const answerOf = new Map(asked.filter((one) => !one.cancelled).map((one) => [one.sessionId, one]))
  const address = person.email?.toLowerCase() ?? ''
  const elsewhere = asked.flatMap(({ email, cancelled }) =>
    email && !cancelled && email.toLowerCase() !== address ? [email] : [],
  )
  return {
    id: person.id,
    name: person.name,
    isOwn: own.has(person.id),
    portrait,
    parts: parts.map(({ sessionId, title, startsAt, roles }) => ({
      sessionId,
      title,
      roles,
      when: startsAt ? formatDateTime(startsAt, event.timeZone, locale) : '',
      invitation: answerOf.get(sessionId)?.id ?? null,
      answer: answerOf.get(sessionId)?.answer ?? null,
    })),
    toOldAddress: { count: elsewhere.length, addresses: [...new Set(elsewhere)].join(', ') },
    likely: likely.map((one) => ({
      id: one.id,
      name: one.name,
      about: [textIn(one.position, locale), textIn(one.affiliation, locale), one.email]
        .filter(Boolean)
        .join(', '),
    })),
  }
}

export type PersonView = Awaited<ReturnType<typeof personView>>
