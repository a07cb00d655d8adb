import { lengthOf } from '#app/features/agenda/domain/clashes/turns.ts'
import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { m } from '#app/paraglide/messages.js'
import type { Fields, Side } from '#app/shared/forms/merge.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { draftLabels } from '../grid/draft-labels.ts'

const texts = ['title', 'abstract'] as const
const minute = 60_000

/** The parts of a session that people change apart from each other: the languages of a text, its start and its length. */
export function sessionParts(session: DraftFields): Fields {
  const { title, abstract } = session
  return {
    'title.vi': title.vi ?? '',
    'title.en': title.en ?? '',
    'abstract.vi': abstract.vi ?? '',
    'abstract.en': abstract.en ?? '',
    kind: session.kind,
    track: session.trackId ?? '',
    room: session.roomId ?? '',
    startsAt: session.startsAt ?? '',
    minutes: String(lengthOf(session) ?? ''),
    languages: [...session.languages].sort().join(' '),
    interpretation: [...session.interpretation].sort().join(' '),
    signUp: session.signUp ? 'on' : '',
    capacity: String(session.capacity ?? ''),
    people: session.appearances
      .map(({ personId, role, minutes, deputyForId }) => [personId, role, minutes, deputyForId].join(' '))
      .join('\n'),
    film: session.films.join(' '),
  }
}

type Versions = { mine: DraftFields; theirs: DraftFields; sides: Record<string, Side>; locale: Locale }

/** The session that takes each part from whom `sides` says. */
export function sessionOfParts({ mine, theirs, sides, locale }: Versions): DraftFields {
  const of = (part: string) => (sides[part] === 'mine' ? mine : theirs)
  const words = texts.map((field) => {
    const text = { vi: of(`${field}.vi`)[field].vi, en: of(`${field}.en`)[field].en }
    return [field, edit(theirs[field], text, locale, isConfirmed(mine[field], theirs[field]))] as const
  })
  return {
    ...theirs,
    ...(Object.fromEntries(words) as Pick<DraftFields, (typeof texts)[number]>),
    kind: of('kind').kind,
    trackId: of('track').trackId,
    roomId: of('room').roomId,
    ...slotOf(of('startsAt').startsAt, lengthOf(of('minutes'))),
    languages: of('languages').languages,
    interpretation: of('interpretation').interpretation,
    signUp: of('signUp').signUp,
    capacity: of('capacity').capacity,
    appearances: of('people').appearances,
    films: of('film').films,
  }
}

// The same words bound anew to their original: somebody said that the translation still fits.
function isConfirmed(mine: TranslatedText, theirs: TranslatedText): boolean {
  return mine.vi === theirs.vi && mine.en === theirs.en && mine.madeFrom !== theirs.madeFrom
}

function slotOf(startsAt: string | null, length: number | null) {
  if (startsAt === null || length === null) return { startsAt: null, endsAt: null }
  return { startsAt, endsAt: new Date(Date.parse(startsAt) + length * minute).toISOString() }
}

const fieldOf: Record<string, keyof DraftFields> = {
  kind: 'kind',
  track: 'trackId',
  room: 'roomId',
  startsAt: 'startsAt',
  languages: 'languages',
  interpretation: 'interpretation',
  signUp: 'signUp',
  capacity: 'capacity',
  people: 'appearances',
  film: 'films',
}

/** What a part is called, and what one version makes of it, in words for an organizer. */
export function partLabels(say: ReturnType<typeof draftLabels>) {
  const text = (part: string) => texts.find((field) => part.startsWith(`${field}.`))
  const language = (part: string): Locale => (part.endsWith('.en') ? 'en' : 'vi')
  return {
    label(part: string): string {
      const words = text(part)
      if (part === 'minutes') return m['agenda.session.minutes']()
      if (!words) return say.label(fieldOf[part] ?? 'kind')
      const label = say.label(words)
      return language(part) === 'vi'
        ? m['organize.form.in-vietnamese']({ label })
        : m['organize.form.in-english']({ label })
    },
    value(part: string, session: DraftFields): string {
      const words = text(part)
      if (part === 'minutes') return String(lengthOf(session) ?? '')
      if (words) return session[words][language(part)] ?? ''
      const field = fieldOf[part] ?? 'kind'
      return say.value(field, session[field])
    },
  }
}
