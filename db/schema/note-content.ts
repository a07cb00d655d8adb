import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import type { NoteKind } from '#app/shared/vocabulary.ts'

/** What a note says, as each of its versions keeps it. Instants are ISO strings in UTC, days `YYYY-MM-DD`. */
export type NoteContent = {
  kind: NoteKind
  sessionId: string | null
  /** Who said it: somebody of the event's people, or a guest by name, or nobody (then it is the table's). */
  personId: string | null
  guestName: string
  saidAt: string
  text: TranslatedText
  offRecord: boolean
  /** Of an action: who has it in hand, until when, and when it was done. */
  ownerId: string | null
  ownerName: string
  dueOn: string | null
  doneAt: string | null
  removed: boolean
}
