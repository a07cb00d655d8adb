import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { ApprovalVerdict, Locale } from '#app/shared/vocabulary.ts'
import type { NoteContent } from '#db/schema/note-content.ts'

/** A note as pages and the editor exchange it; `person` and `owner` are names as written today. */
export type Note = NoteContent & {
  id: string
  revision: number
  /** The number of its newest version: where an open page goes on from. */
  changeId: number
  personName: string
  ownerPersonName: string
  authorName: string
  createdAt: string
  updatedAt: string
  carriedFromId: string | null
}

/** What the newest word of somebody about a note in one language was. */
export type Verdict = { locale: Locale; words: string; verdict: ApprovalVerdict }

/** How the words of a note stand in one language: nobody need be asked about what nobody in particular said. */
export type WordsState = 'free' | 'approved' | 'refused' | 'open' | 'missing'

type Said = Pick<NoteContent, 'personId' | 'guestName' | 'text'>

/**
 * Whether the words of a note in a language are approved. An approval counts for the very words it was given for: after
 * an edit the question is open again.
 */
export function wordsState(note: Said, verdicts: readonly Verdict[], locale: Locale): WordsState {
  const words = note.text[locale]
  if (!words) return 'missing'
  if (note.personId === null && note.guestName === '') return 'free'
  const last = verdicts.filter((one) => one.locale === locale && one.words === words).at(-1)
  return last?.verdict ?? 'open'
}

/**
 * The words of a note that the public may read, by language: approved ones of what was said on the record. Never a
 * translation in place of the approved one: each language stands for itself.
 */
export function publicWords(
  note: Said & Pick<NoteContent, 'offRecord' | 'removed'>,
  sessionOffRecord: boolean,
  verdicts: readonly Verdict[],
): Partial<Record<Locale, string>> {
  if (note.removed || note.offRecord || sessionOffRecord) return {}
  const words: Partial<Record<Locale, string>> = {}
  for (const locale of ['vi', 'en'] as const) {
    const state = wordsState(note, verdicts, locale)
    if (state === 'free' || state === 'approved') words[locale] = note.text[locale] ?? ''
  }
  return words
}

/** The words without what only translators need. */
export function plainWords(text: TranslatedText): Partial<Record<Locale, string>> {
  return { ...(text.vi && { vi: text.vi }), ...(text.en && { en: text.en }) }
}
