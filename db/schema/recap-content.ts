import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { Locale, NoteKind, RecapText } from '#app/shared/vocabulary.ts'

/** Rich text as the editor keeps it: a tree of nodes, of which only those in the list of `rich-text.ts` are shown. */
export type RichNode = {
  type: string
  attrs?: Record<string, unknown>
  content?: RichNode[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

export type RecapWords = { title: string; lead: string; doc: RichNode }

/** The frozen content of a recap version: everything its page and its press kit show. Instants are ISO strings in UTC. */
export type RecapContent = {
  texts: Record<RecapText, Partial<Record<Locale, RecapWords>>>
  /** The material that was chosen, in its order, in the languages in which its words may be shown. */
  notes: RecapNote[]
  people: RecapPerson[]
  pictures: RecapPicture[]
  initiatives: { slug: string; name: TranslatedText; summary: TranslatedText }[]
  recordings: { title: TranslatedText; url: string }[]
  slides: { id: string; name: string; size: number; sessionTitle: TranslatedText; personName: string }[]
}

export type RecapNote = {
  id: string
  kind: NoteKind
  personId: string | null
  /** As written; of a guest the name, of the table ''. */
  name: string
  honorific: TranslatedText
  position: TranslatedText
  words: Partial<Record<Locale, string>>
}

export type RecapPerson = {
  id: string
  slug: string
  name: string
  honorific: TranslatedText
  position: TranslatedText
  affiliation: TranslatedText
  portraitId: string | null
}

export type RecapPicture = {
  id: string
  width: number
  height: number
  /** The widths it can be had in, ascending, at /pictures/{id}/{width}.webp. */
  widths: number[]
  caption: TranslatedText
  alt: TranslatedText
  credit: TranslatedText
}
