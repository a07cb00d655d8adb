import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Locale } from '#app/shared/vocabulary.ts'
import type { NoteContent } from '#db/schema/note-content.ts'

/** The parts in which two versions differ: the languages of the words apart, each field else as a whole. */
export type NotePart = Exclude<keyof NoteContent, 'text'> | Locale

/** What differs between two versions of a note. */
export function changedParts(before: NoteContent, after: NoteContent): NotePart[] {
  const { text: _, ...fields } = after
  const parts = (Object.keys(fields) as Exclude<keyof NoteContent, 'text'>[]).filter(
    (field) => !sameValue(before[field], after[field]),
  )
  const words = (['vi', 'en'] as const).filter(
    (locale) => (before.text[locale] ?? '') !== (after.text[locale] ?? ''),
  )
  return [...words, ...parts]
}

/**
 * Both changes of a note in one, when they touch different parts of it (one writes, another translates); null when they
 * clash. `was` is what both began from.
 */
export function mergedNote(was: NoteContent, mine: NoteContent, theirs: NoteContent): NoteContent | null {
  const [own, others] = [changedParts(was, mine), changedParts(was, theirs)]
  // Nothing is written into a note that somebody just took away.
  if (theirs.removed !== mine.removed && own.length > 0 && others.length > 0) return null
  const both = own.filter((part) => others.includes(part))
  if (both.some((part) => !sameValue(partOf(mine, part), partOf(theirs, part)))) return null
  const merged: NoteContent = { ...theirs, text: mergedText(own, mine.text, theirs.text) }
  for (const part of own) {
    if (part !== 'vi' && part !== 'en') Object.assign(merged, { [part]: mine[part] })
  }
  return makesSense(merged) ? merged : null
}

function mergedText(own: NotePart[], mine: TranslatedText, theirs: TranslatedText): TranslatedText {
  const original = theirs.original ?? mine.original
  const translation = original === 'en' ? 'vi' : 'en'
  // A translation stays bound to the words it was made from.
  const { madeFrom } = own.includes(translation) ? mine : theirs
  const words: TranslatedText = {}
  for (const locale of ['vi', 'en'] as const) {
    const text = (own.includes(locale) ? mine : theirs)[locale]
    if (text) words[locale] = text
  }
  return {
    ...words,
    ...(original && { original }),
    ...(madeFrom && words.vi && words.en ? { madeFrom } : {}),
  }
}

const partOf = (note: NoteContent, part: NotePart) =>
  part === 'vi' || part === 'en' ? (note.text[part] ?? '') : note[part]

/** Two changes that are right alone can be wrong together: a speaker and a guest, a date of what is no action. */
function makesSense({ kind, personId, guestName, ...note }: NoteContent): boolean {
  const isPlain = !note.ownerId && !note.ownerName && !note.dueOn && !note.doneAt
  return (personId === null || guestName === '') && (kind === 'action' || isPlain)
}
