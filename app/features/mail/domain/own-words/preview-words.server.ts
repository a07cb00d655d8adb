import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { type Locale, locales, type OwnWordKind } from '#app/shared/vocabulary.ts'
import { guestCategory, outbox, registration } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'
import { composeMail } from '../compose-mail.server.ts'
import { findMailBasis, type MailBasis } from '../facts/mail-basis.server.ts'
import { stateOf } from '../facts/mail-facts.server.ts'
import type { StoredFacts } from '../facts/stored-facts.ts'
import type { ClaimedMail, KeptText } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import type { TypedWords } from './mail-words.server.ts'

const mostReaders = 20
const hour = 3_600_000

/** With whom a mail can be shown: the last who had it, or have registered; by the id that `previewWords` takes. */
export async function listPreviewReaders(eventId: string, kind: OwnWordKind) {
  if (kind !== 'speaker-asked') {
    return database()
      .select({ id: registration.id, name: registration.name })
      .from(registration)
      .where(eq(registration.eventId, eventId))
      .orderBy(desc(registration.createdAt))
      .limit(mostReaders)
  }
  return database()
    .select({ id: outbox.id, name: outbox.recipientName })
    .from(outbox)
    .where(and(eq(outbox.eventId, eventId), eq(outbox.kind, kind)))
    .orderBy(desc(outbox.createdAt))
    .limit(mostReaders)
}

type Asked = { eventId: string; kind: OwnWordKind; words: TypedWords; reader: string | null; nobody: string }

/**
 * The mail in each language as it would go out with these words, to one of `listPreviewReaders` or, while nobody
 * registered, to `nobody`; without what opens pages. Null where it cannot be shown. Nothing is written.
 */
export async function previewWords(asked: Asked): Promise<Record<Locale, KeptText | null>> {
  const shown = await mailTo(asked)
  const made = await Promise.all(
    locales.map(async (locale) => [locale, shown && (await written(asked, shown, locale))]),
  )
  return Object.fromEntries(made)
}

type Shown = { mail: ClaimedMail; basis: MailBasis }

async function written({ eventId, kind, words }: Asked, { mail, basis }: Shown, locale: Locale) {
  const at = basis.events.get(eventId)
  if (!at) return null
  const event = { ...at.event, remindsDayBefore: true, cancelledAt: null }
  const events = new Map([[eventId, { ...at, event, words: [{ kind, ...words }] }]])
  const dayBefore = new Date(event.startsAt.getTime() - 20 * hour)
  const then = kind === 'reminder' ? { now: dayBefore } : {}
  try {
    const { kept } = await composeMail(
      { ...mail, locale, facts: factsNow(mail, event.startsAt) },
      { ...basis, ...then, events },
    )
    return kept
  } catch (error) {
    if (error instanceof Undeliverable) return null
    throw error
  }
}

async function mailTo({ eventId, kind, reader, nobody }: Asked): Promise<Shown | null> {
  if (kind === 'speaker-asked') {
    const [sent] = await database()
      .select()
      .from(outbox)
      .where(
        and(eq(outbox.eventId, eventId), eq(outbox.kind, kind), ...(reader ? [eq(outbox.id, reader)] : [])),
      )
      .orderBy(desc(outbox.createdAt))
      .limit(1)
    return sent ? { mail: sent, basis: await findMailBasis([sent]) } : null
  }
  const [guest] = await database()
    .select({ id: registration.id, name: registration.name, email: registration.email })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), ...(reader ? [eq(registration.id, reader)] : [])))
    .orderBy(desc(registration.createdAt))
    .limit(1)
  const mail = mailAbout(
    eventId,
    kind,
    guest ?? { id: randomUUID(), name: nobody, email: 'guest@example.org' },
  )
  return {
    mail,
    basis: inItsState(await findMailBasis([mail]), mail, guest ? null : await firstCategory(eventId)),
  }
}

function mailAbout(
  eventId: string,
  kind: OwnWordKind,
  guest: { id: string; name: string; email: string },
): ClaimedMail {
  return {
    id: randomUUID(),
    eventId,
    registrationId: guest.id,
    invitationId: null,
    campaignId: null,
    kind,
    locale: 'vi',
    recipientName: guest.name,
    recipientEmail: guest.email,
    facts: {},
    secret: null,
    messageId: '',
    attempts: 0,
    createdAt: new Date(),
  }
}

function factsNow({ kind, facts }: ClaimedMail, startsAt: Date): StoredFacts {
  if (kind === 'reminder') return { reminder: { kind: 'day', startsAt: startsAt.toISOString() } }
  return kind === 'offered' ? { deadline: new Date(Date.now() + 48 * hour).toISOString() } : facts
}

/** As if the mail were true of its reader: whoever has a seat is shown what those on the waitlist read. */
function inItsState(basis: MailBasis, mail: ClaimedMail, category: Category | null): MailBasis {
  const id = mail.registrationId ?? ''
  const known = basis.registrations.get(id)
  const state = stateOf[mail.kind] ?? 'confirmed'
  const nobody = {
    id,
    tokenSalt: '',
    ticketCode: '',
    companions: 0,
    companionNames: [],
    wishedCompanions: 0,
    offerExpiresAt: null,
    reminded: true,
    hasAnswered: false,
    hostTitle: null,
    category: category ?? {},
  }
  return { ...basis, registrations: new Map([[id, { ...nobody, ...known, state }]]) }
}

type Category = typeof guestCategory.$inferSelect.name

async function firstCategory(eventId: string): Promise<Category | null> {
  const [first] = await database()
    .select({ name: guestCategory.name })
    .from(guestCategory)
    .where(eq(guestCategory.eventId, eventId))
    .orderBy(guestCategory.position)
    .limit(1)
  return first?.name ?? null
}
