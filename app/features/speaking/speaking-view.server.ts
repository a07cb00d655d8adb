import { placeText } from '#app/features/calendar/domain/attendance-entry.ts'
import { localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { openSpeaking } from '#app/public/personal-link.server.ts'
import type { FormValues } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import { formatRange, zoneCity } from '#app/shared/time/format.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { Speaking } from './domain/speaking-by-token.server.ts'
import { getSpeakingPage } from './domain/speaking-page.server.ts'
import { answerSpeaker } from './speaker-language.server.ts'

type Read = Awaited<ReturnType<typeof getSpeakingPage>>

/** What a speaker's page shows, in the speaker's language or in the one chosen. */
export async function speakingView(request: Request, token: string) {
  const at = await openSpeaking(token)
  const read = await getSpeakingPage(at)
  const locale = answerSpeaker(request, read.person.locale)
  const values = profileValues(at, read)
  return {
    at,
    read,
    view: {
      token,
      locale,
      holder: at.holder,
      event: eventView(at, locale),
      person: {
        name: read.person.name,
        portraitId: read.portraitId,
        assistantEmail: at.holder === 'person' ? read.person.assistantEmail : null,
      },
      sessions: read.invited.map((one) => sessionView(one, at, read, locale)),
      windows: read.windows.map(({ id, startsAt, endsAt }) => ({
        id,
        words: formatRange(startsAt, endsAt, at.event.timeZone, locale),
      })),
      profile: { values, base: footprint(values) },
    },
  }
}

export type SpeakingView = Awaited<ReturnType<typeof speakingView>>['view']
export type SpeakingSession = SpeakingView['sessions'][number]

function eventView({ event, venue }: Speaking, locale: Locale) {
  const { slug, title, accent, timeZone, startsAt, endsAt } = event
  return {
    slug,
    title,
    accent,
    timeZone,
    startsAt,
    endsAt,
    isCancelled: event.cancelledAt !== null,
    isPublic: event.publishedAt !== null,
    place: venue ? placeText(venue, locale) : '',
    city: venue?.city ?? {},
    from: localOfInstant(startsAt, timeZone),
    to: localOfInstant(endsAt, timeZone),
  }
}

function sessionView(
  { invitation, sessionId }: Read['invited'][number],
  at: Speaking,
  read: Read,
  locale: Locale,
) {
  const { sent, answer, answerNote, answerWay, answeredAt, cancelledAt } = invitation
  const proposal = read.proposals.find((one) => one.invitationId === invitation.id)
  const { timeZone } = at.event
  return {
    id: sessionId,
    slug: sent?.slug ?? '',
    title: sent?.title ?? {},
    roles: sent?.roles ?? [],
    minutes: sent?.minutes ?? null,
    startsAt: sent?.startsAt ?? null,
    endsAt: sent?.endsAt ?? null,
    room: sent?.room ?? null,
    ownTime: sent ? timeIn(read.person.timeZone, timeZone, sent, locale) : '',
    startsLocal: sent ? localOfInstant(new Date(sent.startsAt), timeZone) : '',
    answer,
    note: answerNote ?? '',
    way: answerWay,
    answeredAt: answeredAt?.toISOString() ?? null,
    isCancelled: cancelledAt !== null || at.event.cancelledAt !== null,
    isOver: sent !== null && Date.parse(sent.endsAt) < Date.now(),
    proposed: proposal ? formatRange(proposal.startsAt, proposal.endsAt, timeZone, locale) : '',
    /** Who goes in their place; nothing more is to be decided once it is over. */
    deputy: at.event.cancelledAt ? null : (read.deputies.get(sessionId) ?? null),
    slides: read.slides
      .filter((one) => one.sessionId === sessionId)
      .map(({ id, name, size }) => ({ id, name, size })),
  }
}

/** When something is on the clock of the zone that a speaker named, where that differs from the event's; else nothing. */
function timeIn(own: string | null, zone: string, at: { startsAt: string; endsAt: string }, locale: Locale) {
  if (!own) return ''
  const [start, end] = [new Date(at.startsAt), new Date(at.endsAt)]
  const words = formatRange(start, end, own, locale)
  return words === formatRange(start, end, zone, locale)
    ? ''
    : formatRange(start, end, own, locale, zoneCity(own, locale))
}

/** What is stored of the person as the form of the page shows it. */
export function profileValues(at: Speaking, read: Read): FormValues {
  const { position, affiliation, biography, pronunciation, timeZone, locale } = read.person
  return {
    position: inBoth(position),
    affiliation: inBoth(affiliation),
    biography: inBoth(biography),
    pronunciation: pronunciation ?? '',
    timeZone: timeZone ?? '',
    language: locale,
    specialNeeds: at.speaking.specialNeeds,
  }
}
