import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import { recordsOf } from '#app/features/people/domain/kept-person.server.ts'
import {
  getSpeakingByToken,
  type Speaking,
  speakerContext,
  wayOf,
} from '#app/features/speaking/domain/speaking-by-token.server.ts'
import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { countAttempt } from '#app/shared/http/rate-limit.server.ts'
import { edit } from '#app/shared/i18n/translated-text.ts'
import type { ApprovalVerdict, Locale } from '#app/shared/vocabulary.ts'
import type { Transaction } from '#db/client.server.ts'
import { note } from '#db/schema/index.ts'
import type { NoteContent } from '#db/schema/note-content.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { writeVerdict } from './judge-words.server.ts'
import { lockNotes, saveNote } from './save-note.server.ts'
import { contentOf, listNotes, listVerdicts } from './stored-notes.server.ts'

const ofPerson = (column: typeof note.personId | typeof note.ownerId, personId: string) =>
  sql`${column} in ${recordsOf(personId)}`

const onRecord = and(
  eq(note.offRecord, false),
  sql`not exists (select 1 from session s where s.id = ${note.sessionId} and s.off_record)`,
)

/** What was written down as said by the person of a link, on the record, with what they said about it; and their actions. */
export async function getOwnWords(at: Speaking) {
  const here = eq(note.eventId, at.event.id)
  const said = await listNotes(and(here, ofPerson(note.personId, at.personId), onRecord))
  const actions = await listNotes(
    and(here, eq(note.kind, 'action'), ofPerson(note.ownerId, at.personId), onRecord),
  )
  return { said, actions, verdicts: await listVerdicts(said.map((one) => one.id)) }
}

type OwnVerdict = {
  noteId: string
  locale: Locale
  /** The words on the page when it was answered. */
  words: string
  verdict: ApprovalVerdict
  /** What they should be instead; approved with it. */
  correction: string
}

/**
 * The person of a link, or their assistant, answers for their words in one language. A correction is a new version of
 * the note in their name, approved by it; the other language is stale then, and its approval stands for its own words.
 */
export async function judgeOwnWords(ctx: Context, token: string, given: OwnVerdict): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:${at.speaking.id}`, { limit: 200, seconds: 3600 })
  const own = speakerContext(ctx, at)
  const { noteId, locale, verdict } = given
  await withTransaction(async (tx) => {
    const row = await ownRow(tx, at, noteId, ofPerson(note.personId, at.personId))
    const stands = row.text[locale] ?? ''
    if (stands !== given.words || !stands) throw new Refusal('words-changed', 'state', { words: stands })
    const correction = given.correction.normalize('NFC').trim()
    const words = verdict === 'approved' && correction ? correction : stands
    if (words !== stands) {
      const both = { vi: row.text.vi, en: row.text.en, [locale]: words }
      await save(own, row, { text: edit(row.text, both) })
    }
    const judged = { eventId: at.event.id, noteId, locale, words, verdict }
    await writeVerdict(own, tx, { ...judged, way: wayOf(at) })
  })
}

/** The owner of an action says by their own link that it is done. */
export async function finishOwnAction(ctx: Context, token: string, noteId: string): Promise<void> {
  const at = await getSpeakingByToken(token)
  await countAttempt(`speaking:${at.speaking.id}`, { limit: 200, seconds: 3600 })
  await withTransaction(async (tx) => {
    const row = await ownRow(tx, at, noteId, ofPerson(note.ownerId, at.personId))
    if (row.doneAt) return
    await save(speakerContext(ctx, at), row, { doneAt: ctx.now.toISOString() })
  })
}

async function ownRow(tx: Transaction, at: Speaking, noteId: string, mine: SQL | undefined) {
  // First the lock, then the row, as everybody who saves notes does.
  await lockNotes(tx, at.event.id)
  const [found] = await tx
    .select()
    .from(note)
    .where(and(eq(note.id, noteId), eq(note.eventId, at.event.id), mine, onRecord, isNull(note.removedAt)))
  if (!found) throw new Refusal('note-missing', 'missing')
  return found
}

async function save(ctx: Context, row: typeof note.$inferSelect, change: Partial<NoteContent>) {
  const { id: noteId, eventId, revision } = row
  const saved = await saveNote(ctx, { eventId, noteId, revision, content: { ...contentOf(row), ...change } })
  if (!saved.done) throw new Refusal('saved-by-other', 'state')
}
