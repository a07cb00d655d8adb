import { randomUUID } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { DraftFields } from '#app/features/agenda/domain/draft/draft-edit.ts'
import { editDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { saveCue } from '#app/features/live/domain/cues.server.ts'
import { saveNote } from '#app/features/notes/domain/save-note.server.ts'
import { listNotes, listPublicNotes } from '#app/features/notes/domain/stored-notes.server.ts'
import { seenAt } from '#app/features/people/domain/known-to-hosts.server.ts'
import type { Context } from '#app/shared/context.ts'
import { type TranslatedText, textIn, write } from '#app/shared/i18n/translated-text.ts'
import { type Locale, locales } from '#app/shared/vocabulary.ts'
import { type event, note, person } from '#db/schema/index.ts'
import { database } from '#db/transaction.server.ts'

type Action = Awaited<ReturnType<typeof listNotes>>[number]
/** What readers were told of each note. */
type Told = ReadonlyMap<string, TranslatedText>
type Earlier = Pick<typeof event.$inferSelect, 'id' | 'title'>

const title: Record<Locale, (of: string) => string> = {
  vi: (of) => `Việc còn lại từ “${of}”`,
  en: (of) => `Open actions from “${of}”`,
}

/**
 * Takes the open actions of an earlier event along: each as an action of the new one with its owner and day, and a
 * session about them in its agenda, not yet placed. What that session tells readers are public words only; the whole
 * list stands in its cue sheet.
 */
export async function carryActions(ctx: Context, { from, to }: { from: Earlier; to: string }): Promise<void> {
  const open = await listNotes(and(eq(note.eventId, from.id), eq(note.kind, 'action'), isNull(note.doneAt)))
  if (open.length === 0) return
  const known = new Set(
    (await database().select({ id: person.id }).from(person).where(seenAt(ctx, to))).map((one) => one.id),
  )
  const told: Told = new Map((await listPublicNotes(from.id)).map((one) => [one.id, one.words]))
  for (const action of open) await carryAction(ctx, { action, to, known, told })
  const sessionId = randomUUID()
  const set = sessionAbout(from, open, told)
  await editDraft(ctx, { eventId: to, edits: [{ kind: 'add', sessionId, set }] })
  const all = (locale: Locale) =>
    open
      .map((one) => `– ${textIn(one.text, locale)}`)
      .join('\n')
      .slice(0, 2000)
  await saveCue(ctx, {
    eventId: to,
    sessionId,
    personId: null,
    revision: 0,
    words: {
      introduction: { vi: '', en: '' },
      questions: { vi: all('vi'), en: all('en') },
      handOver: '',
      interpreting: '',
      technical: '',
    },
  })
}

type Carried = { action: Action; to: string; known: ReadonlySet<string>; told: Told }

async function carryAction(ctx: Context, { action, to, known, told }: Carried) {
  const { id, kind, text, dueOn } = action
  // What readers were not told of the old event they are not told of the new one.
  const offRecord = locales.some((locale) => text[locale] && told.get(id)?.[locale] !== text[locale])
  // An owner whom none of the new hosts knows goes along by name.
  const ownerId = action.ownerId && known.has(action.ownerId) ? action.ownerId : null
  const ownerName = ownerId === null ? action.ownerPersonName || action.ownerName : ''
  const noteId = randomUUID()
  await saveNote(ctx, {
    eventId: to,
    noteId,
    revision: 0,
    content: {
      kind,
      text,
      offRecord,
      ownerId,
      ownerName,
      dueOn,
      doneAt: null,
      removed: false,
      sessionId: null,
      personId: null,
      guestName: '',
      saidAt: ctx.now.toISOString(),
    },
  })
  await database().update(note).set({ carriedFromId: id }).where(eq(note.id, noteId))
}

function sessionAbout(from: Earlier, open: readonly Action[], told: Told): DraftFields {
  return {
    kind: 'talk',
    languages: [],
    interpretation: [],
    films: [],
    trackId: null,
    roomId: null,
    startsAt: null,
    endsAt: null,
    capacity: null,
    signUp: false,
    dropped: false,
    appearances: [],
    title: inEach((locale) => title[locale](textIn(from.title, locale))),
    abstract: inEach((locale) =>
      open
        .map((one) => told.get(one.id)?.[locale] ?? '')
        .filter(Boolean)
        .join('\n\n'),
    ),
  }
}

function inEach(words: (locale: Locale) => string): TranslatedText {
  return write(Object.fromEntries(locales.map((locale) => [locale, words(locale)])))
}
