import { sessionPlace } from '#app/features/calendar/domain/session-entry.ts'
import { saltedToken } from '#app/shared/auth/tokens.server.ts'
import { read, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { AgendaChange } from '#db/schema/agenda-snapshot.ts'
import type { SentInvitation } from '#db/schema/sent-invitation.ts'
import type {
  EventFacts,
  InvitedFacts,
  OwnChange,
  ProposalFacts,
  SessionFacts,
  SignUpFacts,
  SpeakerFacts,
} from '#emails/facts.ts'
import type { Secret } from '../redaction.ts'
import type { ClaimedMail } from '../sending/claimed-mail.ts'
import { Undeliverable } from '../sending/failures.ts'
import { type EventBasis, type MailBasis, speakingKey } from './mail-basis.server.ts'
import { appUrl, eventFacts, greetingName } from './mail-facts.server.ts'
import type { StoredFacts } from './stored-facts.ts'

/** What every mail to a speaker or an assistant says, and what of it must not be kept. */
export function speakerFacts(row: ClaimedMail, basis: MailBasis, at: EventBasis) {
  const { speaking } = row.facts as StoredFacts
  const found = speaking && basis.speaking.get(speakingKey(at.event.id, speaking.personId))
  if (!speaking || !found) throw new Undeliverable('invitation-gone')
  const token =
    speaking.holder === 'assistant'
      ? saltedToken('speaking-assistant', found.assistantSalt)
      : saltedToken('speaking', found.tokenSalt)
  const facts: SpeakerFacts = {
    recipientName: greetingName(row),
    appUrl: appUrl(),
    event: eventFacts(at, row.locale),
    speaker: found.name,
    holder: speaking.holder,
    speakingUrl: `${appUrl()}/speaking/${token}`,
  }
  const secrets: Secret[] = [{ value: token, shown: '•••' }]
  return { facts, secrets }
}

export function invitedFacts(
  facts: SpeakerFacts,
  row: ClaimedMail,
  { basis, at }: { basis: MailBasis; at: EventBasis },
): InvitedFacts {
  const { invited, calendar, reason, by } = row.facts as StoredFacts
  const found = row.invitationId ? basis.invitations.get(row.invitationId) : undefined
  if (!found || !invited || !calendar) throw new Undeliverable('invitation-gone')
  const told = (sent: SentInvitation) => sessionFacts(sent, { event: facts.event, at }, row.locale)
  return {
    ...facts,
    session: told(invited.sent),
    previous: invited.before ? told(invited.before) : undefined,
    answer: invited.answer,
    outdated: found.sequence > calendar.sequence,
    reason,
    by: by === 'event' ? by : undefined,
  }
}

export function proposalFacts(facts: SpeakerFacts, row: ClaimedMail): ProposalFacts {
  const { proposal } = row.facts as StoredFacts
  if (!proposal) throw new Undeliverable('invitation-gone')
  const { title, startsAt, endsAt, accepted } = proposal
  return {
    ...facts,
    session: read(title, row.locale),
    startsAt: new Date(startsAt),
    endsAt: new Date(endsAt),
    accepted,
  }
}

/** The lines of the change list that touch the reader's own agenda, with where things are and were. */
export function ownChanges(row: ClaimedMail): OwnChange[] {
  return toldChanges((row.facts as StoredFacts).ownChanges ?? [], row.locale)
}

export function toldChanges(changes: readonly AgendaChange[], locale: Locale): OwnChange[] {
  return changes.flatMap(({ kind, title, before, after }) => {
    const now = after ?? before
    if (!now) return []
    const slot = (of: typeof now) => ({
      startsAt: new Date(of.startsAt),
      endsAt: new Date(of.endsAt),
      place: sessionPlace(of, locale),
    })
    const session = { title: read(title, locale), ...slot(now) }
    return [{ kind, session, ...(before && after && { previous: slot(before) }) }]
  })
}

type AtEvent = { event: EventFacts; at: EventBasis }

function sessionFacts(sent: SentInvitation, { event, at }: AtEvent, locale: Locale): SessionFacts {
  return {
    title: read(sent.title, locale),
    startsAt: new Date(sent.startsAt),
    endsAt: new Date(sent.endsAt),
    timeZone: event.timeZone,
    city: event.city,
    place: sessionPlace(sent, locale, event.place),
    wayUrl: sent.venue ? houseUrl(sent.venue, at, locale) : event.wayUrl,
    roles: sent.roles,
    minutes: sent.minutes,
  }
}

/** The page of the house that was named; none where it has another name by now, or readers cannot open it. */
function houseUrl(name: TranslatedText, { event, houses }: EventBasis, locale: Locale): string | null {
  const house = houses.find((one) => one.name.vi === name.vi && one.name.en === name.en)
  return house && event.publishedAt ? appUrl() + publicPath.venue(locale, event.slug, house.slug) : null
}
