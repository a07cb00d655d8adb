import { withoutMarks } from '#app/shared/i18n/kept-words.ts'
import { edit, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { AppearanceRole, Locale, SessionKind } from '#app/shared/vocabulary.ts'
import { languageOf } from '../imported-agenda.ts'
import type { PlannedPerson } from './planned.ts'

/** What a file brought of a session when it was last taken over. Rooms and tracks also as what they became here. */
export type BroughtSession = {
  title: string
  abstract: string
  kind: SessionKind
  startsAt: string | null
  endsAt: string | null
  room: string
  roomId: string | null
  track: string
  trackId: string | null
  /** As the file names them, and what they are here; absent where it named none. */
  films?: string
  filmIds?: string[]
  /** By who they are in the file; without an id when nobody was made of them. */
  people: { personId: string | null; identity: string; role: AppearanceRole }[]
}

/** What a file brought of a person when it was last taken over. */
export type BroughtPerson = { name: string; position: string; affiliation: string; biography: string }

type Compared = {
  /** Whether the file says the same as the last time; null while no last time is known. */
  isAsLast: boolean | null
  /** Whether it is so here already. */
  isAsHere: boolean
  /** Whether it was not touched here since the last time, or is empty. */
  isUntouched: boolean
}

/**
 * What becomes of one field: only what the file changed is taken, and where somebody changed it here too, both are asked
 * about. Without a last time nobody knows who changed what.
 */
export function decideField({ isAsLast, isAsHere, isUntouched }: Compared): 'stays' | 'taken' | 'asked' {
  if (isAsHere || isAsLast) return 'stays'
  return isUntouched ? 'taken' : 'asked'
}

/** Whether a text has these words in either language, or none where there are none. */
export function says(text: TranslatedText | undefined, words: string): boolean {
  if (!words) return !text?.vi && !text?.en
  // Our own files leave out an author's marks.
  return [text?.vi, text?.en].some((own) => own === words || withoutMarks(own ?? '') === words)
}

/** The text with these words in the language that its last words stood in; the other language stays. */
export function reworded(
  before: TranslatedText | undefined,
  { words, last, language }: { words: string; last: string | undefined; language: Locale | null },
): TranslatedText {
  const stood = last ? (['vi', 'en'] as const).find((locale) => before?.[locale] === last) : undefined
  const only = before?.vi && !before.en ? 'vi' : before?.en && !before.vi ? 'en' : null
  const into = stood ?? language ?? languageOf(words) ?? only ?? 'en'
  return edit(before ?? {}, { vi: before?.vi, en: before?.en, [into]: words }, into)
}

/**
 * The people of a session after a file: whoever it adds comes behind, whoever it no longer names goes, and everybody else
 * stays as they are here, with the part and the place that somebody gave them. Their order is the file's while nobody
 * changed it.
 */
export function mergedPeople(
  here: readonly PlannedPerson[],
  file: readonly PlannedPerson[],
  last: BroughtSession['people'] | null,
): PlannedPerson[] {
  // Without a last time, nobody who is here is known to be gone; a file that names nobody says nothing.
  if (!last && file.length === 0) return [...here]
  type Named = { personId: string | null; identity: string }
  const is = (one: Named, other: Named) =>
    one.identity && other.identity
      ? one.identity === other.identity
      : one.personId !== null && one.personId === other.personId
  const wasLast = (one: PlannedPerson) => last?.some((other) => is(one, other)) ?? false
  const added = file.filter((one) => !wasLast(one) && !here.some((other) => is(one, other)))
  const stay = here.filter((one) => !wasLast(one) || file.some((other) => is(one, other)))
  const withParts = stay.map((one) => {
    const role = file.find((other) => is(one, other))?.role
    const before = last?.find((other) => is(one, other))?.role
    return role && before && role !== before && one.role === before ? { ...one, role } : one
  })
  const all = [...withParts, ...added]
  const order = (people: readonly { personId: string | null }[]) => people.map((one) => one.personId).join()
  if (!last || order(here) !== order(last)) return all
  const place = (one: PlannedPerson) => {
    const at = file.findIndex((other) => other === one || is(one, other))
    return at < 0 ? file.length : at
  }
  return all.sort((a, b) => place(a) - place(b))
}
