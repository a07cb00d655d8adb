import { mergedNote } from '#app/features/notes/domain/merge-notes.ts'
import type { Note } from '#app/features/notes/domain/note.ts'
import type { Unanswered } from '#app/shared/http/post-quietly.ts'
import { createSender, type Reached, type SendStatus } from '#app/shared/http/sender.ts'
import { createWatched } from '#app/shared/http/watched.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { NoteContent } from '../../domain/note-content.ts'

/** What is still to be sent of a note: as the browser keeps it. */
export type Unsent = {
  id: string
  /** The revision it was made from; 0 for a new note. */
  revision: number
  content: NoteContent
  /** What it was made from; null for a new note. */
  was: NoteContent | null
  /** What was sent without an answer: the server may have it. */
  sent: NoteContent[]
  /** The note as somebody else saved it meanwhile: waits for a choice. */
  stored: Note | null
  /** Why it was refused: waits for another edit. */
  refused: string | null
}

export type SaveAnswer = { kind: 'done'; note: Note } | { kind: 'clash'; stored: Note } | Unanswered

/** Where unsent notes survive the page; each by itself, so that two windows do not overwrite each other. */
export type Keeping = { all: () => Unsent[]; keep: (one: Unsent) => void; drop: (id: string) => void }

export type ShownNote = Note & { state: 'saved' | 'waiting' | 'clash' | 'refused'; unsent: Unsent | null }

export type NotesView = {
  /** In the order in which they were said; those that were removed too. */
  notes: ShownNote[]
  status: SendStatus
  waiting: number
  clashes: number
}

type Options = {
  notes: Note[]
  author: string
  keeping: Keeping
  post: (unsent: Unsent) => Promise<SaveAnswer>
  pauses?: number[]
}

export type NoteStore = ReturnType<typeof createNoteStore>

/**
 * The notes as a rapporteur sees them: what the server has, and on top what it was not told yet. Each note is sent until
 * it is answered, and is saved once, since its id was made here.
 */
export function createNoteStore(options: Options) {
  const { base, unsent, take, publish, send, sender, shown } = createNoteLine(options)

  function save(id: string, content: NoteContent, origin: Note | undefined = base.get(id)) {
    const before = unsent.get(id)
    if (before && before.refused === null && sameValue(before.content, content)) return
    if (before) unsent.put({ ...before, content, refused: null })
    else if (origin && sameValue(contentOf(origin), content)) return
    else if (origin) unsent.put(from(origin, content, contentOf(origin)))
    else unsent.put({ id, revision: 0, content, was: null, sent: [], stored: null, refused: null })
    send()
  }

  return {
    subscribe: shown.subscribe,
    view: shown.view,
    /** A note as it was written here: a new one by an id made here, or one made from `origin`. */
    save,
    /** Takes up what an earlier page left unsent in this browser. */
    resume() {
      unsent.resume()
      send()
    },
    /** A note as the server tells of it. */
    hear(note: Note) {
      take(note)
      const mine = unsent.get(note.id)
      // It was saved although no answer came.
      if (mine && !sender.isSending() && sameValue(mine.content, contentOf(note))) unsent.drop(note.id)
      publish()
    },
    /** A clash is settled: mine over theirs, or theirs as they are. */
    choose(id: string, which: 'mine' | 'theirs') {
      const clash = unsent.get(id)
      if (!clash?.stored) return
      if (which === 'theirs') unsent.drop(id)
      else unsent.put(from(clash.stored, clash.content, contentOf(clash.stored)))
      send()
    },
    /** What was refused is let go. */
    forget(id: string) {
      unsent.drop(id)
      publish()
    },
    /** More notes were read, or some anew. */
    learn(read: Note[]) {
      for (const note of read) take(note)
      publish()
    },
    /** Tries again at once what waits, when the network is back or somebody signed in again. */
    retry() {
      if (unsent.open().length > 0) sender.flush()
    },
    close: sender.rest,
  }
}

/** What the server has of the notes, what it was not told yet, and the way there. */
function createNoteLine({ notes, author, keeping, post, pauses }: Options) {
  const base = new Map(notes.map((note) => [note.id, note]))
  const unsent = createUnsent(keeping)
  let status: SendStatus = 'saved'
  const shown = createWatched(() => viewOf(base, unsent, { author, status }))

  function take(note: Note) {
    const known = base.get(note.id)
    if (!known || known.revision <= note.revision) base.set(note.id, note)
  }

  function takeAnswer(asked: Unsent, answer: Reached<SaveAnswer>) {
    // It may have been edited while it was on its way.
    const now = unsent.get(asked.id) ?? null
    if (answer.kind === 'refused') {
      if (now) unsent.put(now.content === asked.content ? { ...now, refused: answer.sentence } : now)
      return
    }
    const note = answer.kind === 'done' ? answer.note : answer.stored
    take(note)
    if (!now) return
    if (answer.kind === 'done' && now.content === asked.content) unsent.drop(now.id)
    else if (answer.kind === 'done') unsent.put(from(note, now.content, asked.content))
    else unsent.put(rebased(now, answer.stored))
  }

  const sender = createSender({
    next: () => unsent.open()[0],
    post(head: Unsent) {
      const { content, sent } = head
      const again = sent.some((one) => sameValue(one, content))
      const asked = again ? head : { ...head, sent: [...sent, content] }
      unsent.put(asked)
      return post(asked)
    },
    take(asked, answer) {
      takeAnswer(asked, answer)
      shown.publish()
    },
    onStatus(now) {
      status = now
      shown.publish()
    },
    pauses,
  })

  function send() {
    shown.publish()
    sender.flush()
  }

  return { base, unsent, take, send, sender, shown, publish: shown.publish }
}

type UnsentNotes = ReturnType<typeof createUnsent>

/** The notes that were not sent yet, each kept by itself as long as it waits. */
function createUnsent(keeping: Keeping) {
  const all = new Map<string, Unsent>()
  const list = () => [...all.values()]
  return {
    list,
    get: (id: string) => all.get(id),
    /** Those that can be sent: neither in a clash nor refused. */
    open: () => list().filter((one) => one.stored === null && one.refused === null),
    put(one: Unsent) {
      all.set(one.id, one)
      keeping.keep(one)
    },
    drop(id: string) {
      all.delete(id)
      keeping.drop(id)
    },
    resume() {
      for (const one of keeping.all()) if (!all.has(one.id)) all.set(one.id, one)
    },
  }
}

type Viewing = { author: string; status: SendStatus }

function viewOf(base: Map<string, Note>, unsent: UnsentNotes, { author, status }: Viewing): NotesView {
  const all = new Map<string, ShownNote>()
  for (const [id, note] of base) all.set(id, saved(note))
  for (const one of unsent.list()) all.set(one.id, shown(base.get(one.id), one, author))
  return {
    notes: [...all.values()].sort(bySaidAt),
    status,
    waiting: unsent.open().length,
    clashes: unsent.list().filter((one) => one.stored !== null).length,
  }
}

/** A note's content on top of the stored note. */
function from(stored: Note, content: NoteContent, was: NoteContent): Unsent {
  return { id: stored.id, revision: stored.revision, content, was, sent: [], stored: null, refused: null }
}

/** What becomes of an unsent note when another stands in its place: mine after all, both in one, or a clash. */
function rebased(now: Unsent, stored: Note): Unsent {
  const theirs = contentOf(stored)
  // An answer was lost: what stands there is what this page sent earlier.
  const isOwn = now.sent.some((one) => sameValue(one, theirs))
  if (isOwn) return from(stored, now.content, theirs)
  const merged = now.was && mergedNote(now.was, now.content, theirs)
  return merged ? from(stored, merged, theirs) : { ...now, stored }
}

// One object as long as the note is the same: rows that did not change are not drawn again.
const savedNotes = new WeakMap<Note, ShownNote>()

function saved(note: Note): ShownNote {
  const known = savedNotes.get(note)
  if (known) return known
  const made: ShownNote = { ...note, state: 'saved', unsent: null }
  savedNotes.set(note, made)
  return made
}

// What the server does not have yet comes after what it has of the same minute.
const notYet = '9999-12-31T23:59:59.999Z'

function shown(known: Note | undefined, one: Unsent, author: string): ShownNote {
  const state = one.stored ? 'clash' : one.refused ? 'refused' : 'waiting'
  const named = known ?? {
    id: one.id,
    revision: 0,
    changeId: 0,
    authorName: author,
    carriedFromId: null,
    personName: '',
    ownerPersonName: '',
    createdAt: notYet,
    updatedAt: one.content.saidAt,
  }
  return { ...named, ...one.content, state, unsent: one }
}

/** What a note says, without what only the server knows of it. */
export function contentOf(note: Note): NoteContent {
  const { kind, sessionId, personId, guestName, saidAt, text, offRecord } = note
  const { ownerId, ownerName, dueOn, doneAt, removed } = note
  return {
    kind,
    sessionId,
    personId,
    guestName,
    saidAt,
    text,
    offRecord,
    ownerId,
    ownerName,
    dueOn,
    doneAt,
    removed,
  }
}

// Of those that are alike the one that was written first stays first: sorting keeps them as they are.
const bySaidAt = (a: Note, b: Note) => compare(a.saidAt, b.saidAt) || compare(a.createdAt, b.createdAt)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
