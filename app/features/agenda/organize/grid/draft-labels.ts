import type { DraftAppearance, DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord, roleWord, sessionKindWord } from '#app/public/code-labels.ts'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { formatDateTime } from '#app/shared/time/format.ts'
import type { Locale, SessionKind } from '#app/shared/vocabulary.ts'

type Named = { id: string; name: TranslatedText }
type Names = {
  rooms: readonly Named[]
  tracks: readonly Named[]
  people: readonly { id: string; name: string }[]
  films: readonly Named[]
  timeZone: string
  locale: Locale
}

const labels: Record<keyof DraftFields, () => string> = {
  kind: () => m['agenda.session.kind'](),
  title: () => m['agenda.session.title'](),
  abstract: () => m['agenda.session.abstract'](),
  languages: () => m['agenda.session.languages'](),
  interpretation: () => m['agenda.session.interpretation'](),
  trackId: () => m['agenda.session.track'](),
  roomId: () => m['agenda.session.room'](),
  startsAt: () => m['agenda.session.starts'](),
  endsAt: () => m['agenda.session.ends'](),
  capacity: () => m['agenda.session.capacity'](),
  signUp: () => m['agenda.session.sign-up'](),
  dropped: () => m['agenda.session.drop'](),
  appearances: () => m['agenda.session.people'](),
  films: () => m['agenda.session.films'](),
}

/** The fields of a draft session and their values as words for an organizer. */
export function draftLabels({ rooms, tracks, people, films, timeZone, locale }: Names) {
  const named = (all: readonly Named[], id: unknown) => textIn(all.find((one) => one.id === id)?.name, locale)
  const instant = (iso: unknown) =>
    typeof iso === 'string' ? formatDateTime(new Date(iso), timeZone, locale) : ''
  const text = (value: unknown) => {
    const { vi, en } = (value ?? {}) as TranslatedText
    return [...new Set([vi, en].filter(Boolean))].join(' / ')
  }
  const yes = (value: unknown) => (value ? m['organize.category.yes']() : m['organize.category.no']())
  const nameOf = new Map(people.map((person) => [person.id, person.name]))
  const cast = (value: unknown) =>
    (value as DraftAppearance[])
      .map(({ personId, role, minutes }) =>
        [nameOf.get(personId) ?? '?', roleWord(role), minutes && `${minutes}′`].filter(Boolean).join(' · '),
      )
      .join('; ')
  const tongues = (value: unknown) => (value as Locale[]).map(languageWord).join(', ')
  const values: Record<keyof DraftFields, (value: unknown) => string> = {
    kind: (value) => sessionKindWord(value as SessionKind),
    title: text,
    abstract: text,
    languages: tongues,
    interpretation: tongues,
    trackId: (value) => named(tracks, value),
    roomId: (value) => named(rooms, value),
    startsAt: instant,
    endsAt: instant,
    capacity: (value) => (value === null ? '' : String(value)),
    signUp: yes,
    dropped: yes,
    appearances: cast,
    films: (value) => (value as string[]).map((id) => named(films, id) || '?').join('; '),
  }
  return {
    label: (field: keyof DraftFields) => labels[field](),
    value: (field: keyof DraftFields, value: unknown) => values[field](value),
  }
}
