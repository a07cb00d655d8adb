import type { StoredCategory, StoredEvent } from '#app/features/events/domain/organized-events.server.ts'
import type { Waiting } from '#app/features/events/domain/waiting/waiting-counts.server.ts'
import type { AgendaWork } from '#app/features/publishing/domain/agenda-work.server.ts'
import { isStale, missingIn } from '#app/shared/i18n/translated-text.ts'
import type { Right } from '#app/shared/permissions/rights.ts'

/** Each where it is done, below the event, and for whom; the most pressing first. */
const things = {
  mail: { place: '/outbox', right: 'outbox.send' },
  answers: { place: '/answers', right: 'agenda.edit' },
  pending: { place: '/registrations?state=pending', right: 'registrations.manage' },
  outside: { place: '/agenda/clashes', right: 'agenda.edit' },
  clashes: { place: '/agenda/clashes', right: 'agenda.edit' },
  unpublished: { place: '/agenda/publication', right: 'agenda.edit' },
  draft: { place: '/agenda/publication', right: 'agenda.edit' },
  address: { place: '/people?show=speaking-no-address', right: 'people.edit' },
  unanswered: { place: '/agenda/invitations?state=asked', right: 'agenda.edit' },
  unplaced: { place: '/agenda', right: 'agenda.edit' },
  stale: { place: '/settings', right: 'event.edit' },
  missing: { place: '/settings', right: 'event.edit' },
  'session-texts': { place: '/agenda/clashes', right: 'agenda.edit' },
  'people-texts': { place: '/people?show=speaking', right: 'people.edit' },
  window: { place: '/settings', right: 'event.edit' },
  agenda: { place: '/agenda', right: 'agenda.edit' },
  publish: { place: '#publication', right: 'event.edit' },
  words: { place: '/notes/approvals', right: 'notes.approve' },
  recap: { place: '/recap', right: 'recap.edit' },
  actions: { place: '/actions', right: 'notes.write' },
} as const satisfies Record<string, { place: string; right: Right }>

type Kind = keyof typeof things
export type Thing = { kind: Kind; count: number; place: string }

type Seen = {
  event: StoredEvent
  categories: StoredCategory[]
  stuckMails: number
  waiting: Partial<Record<Waiting, number>>
  /** Of those in a session, how many cannot be written to. */
  withoutAddress: number
  /** Null for readers who do not work on the agenda. */
  agenda: AgendaWork | null
  isRecapPublished: boolean
  may: (right: Right) => boolean
  now: Date
}

/** What somebody should look at next, most pressing first: what is done is gone, what one may not do is never there. */
export function nextThings(seen: Seen): Thing[] {
  const { event, now, may } = seen
  if (event.cancelledAt) return []
  const counts = event.endsAt < now ? whenOver(seen) : { ...whenOver(seen), recap: 0, ...before(seen) }
  const kinds = Object.keys(things) as Kind[]
  return kinds
    .filter((kind) => (counts[kind] ?? 0) > 0 && may(things[kind].right))
    .map((kind) => ({ kind, count: counts[kind] ?? 0, place: things[kind].place }))
}

type Counts = Partial<Record<Kind, number>>

function whenOver({ waiting, isRecapPublished }: Seen): Counts {
  return { words: waiting.notes ?? 0, actions: waiting.actions ?? 0, recap: isRecapPublished ? 0 : 1 }
}

function before({ event, categories, stuckMails, waiting, withoutAddress, agenda }: Seen): Counts {
  const texts = [
    event.title,
    event.theme,
    event.summary,
    event.description,
    event.notice,
    event.venue?.name,
    event.venue?.city,
    ...categories.flatMap(({ name, description }) => [name, description]),
  ]
  return {
    mail: stuckMails,
    answers: waiting.answers ?? 0,
    pending: categories.reduce((sum, category) => sum + category.pending, 0),
    stale: texts.filter((text) => isStale(text)).length,
    missing: texts.filter((text) => missingIn(text) !== null).length,
    address: withoutAddress,
    window: event.registrationOpensAt ? 0 : 1,
    publish: event.publishedAt ? 0 : 1,
    ...(agenda && aboutAgenda(agenda)),
  }
}

function aboutAgenda(agenda: AgendaWork): Counts {
  return {
    outside: agenda.outside,
    clashes: agenda.clashes,
    unpublished: agenda.unpublished,
    draft: agenda.firstToPublish,
    unanswered: agenda.unanswered,
    unplaced: agenda.unplaced,
    'session-texts': agenda.sessionTexts,
    'people-texts': agenda.peopleTexts,
    agenda: agenda.sessions === 0 ? 1 : 0,
  }
}
