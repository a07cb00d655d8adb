import { mergedNote } from '#app/features/notes/domain/merge-notes.ts'
import type { Note } from '#app/features/notes/domain/note.ts'
import type { Unanswered } from '#app/shared/http/post-quietly.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { NoteContent } from '#db/schema/note-content.ts'

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
  status: 'saved' | 'saving' | 'away' | 'signed-out'
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
export function createNoteStore({ notes, author, keeping, post, pauses }: Options) {
  const base = new Map(notes.map((note) => [note.id, note]))
  const unsent = new Map<string, Unsent>()
  let status: NotesView['status'] = 'saved'
  let isSending = false
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<() => void>()
  let view = look()

  function open() {
    return [...unsent.values()].filter((one) => one.stored === null && one.refused === null)
  }

  function look(): NotesView {
    const all = new Map<string, ShownNote>()
    for (const [id, note] of base) all.set(id, saved(note))
    for (const [id, one] of unsent) all.set(id, shown(base.get(id), one, author))
    return {
      notes: [...all.values()].sort(bySaidAt),
      status,
      waiting: open().length,
      clashes: [...unsent.values()].filter((one) => one.stored !== null).length,
    }
  }

  function publish() {
    view = look()
    for (const listener of listeners) listener()
  }

  function put(one: Unsent) {
    unsent.set(one.id, one)
    keeping.keep(one)
  }

  function drop(id: string) {
    unsent.delete(id)
    keeping.drop(id)
  }

  function take(note: Note) {
    const known = base.get(note.id)
    if (!known || known.revision <= note.revision) base.set(note.id, note)
  }

  async function flush() {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    for (let head = open()[0]; head; head = open()[0]) {
      if (status === 'saved') status = 'saving'
      publish()
      const { content, sent } = head
      const again = sent.some((one) => sameValue(one, content))
      const asked = again ? head : { ...head, sent: [...head.sent, head.content] }
      put(asked)
      const answer = await post(asked)
      if (answer.kind === 'away' || answer.kind === 'signed-out') {
        status = answer.kind
        isSending = false
        publish()
        const waits = pauses ?? [1000, 2000, 4000, 8000, 15_000]
        timer = setTimeout(() => void flush(), waits[Math.min(failures++, waits.length - 1)])
        return
      }
      failures = 0
      status = 'saving'
      takeAnswer(asked, answer)
    }
    isSending = false
    status = 'saved'
    publish()
  }

  function takeAnswer(asked: Unsent, answer: Exclude<SaveAnswer, { kind: 'away' | 'signed-out' }>) {
    // It may have been edited while it was on its way.
    const now = unsent.get(asked.id) ?? null
    if (answer.kind === 'refused') {
      if (now) put(now.content === asked.content ? { ...now, refused: answer.sentence } : now)
      return
    }
    const note = answer.kind === 'done' ? answer.note : answer.stored
    take(note)
    if (!now) return
    if (answer.kind === 'done' && now.content === asked.content) drop(now.id)
    else if (answer.kind === 'done') put(from(note, now.content, asked.content))
    else put(rebased(now, answer.stored))
  }

  function save(id: string, content: NoteContent, origin: Note | undefined = base.get(id)) {
    const before = unsent.get(id)
    if (before && before.refused === null && sameValue(before.content, content)) return
    if (before) put({ ...before, content, refused: null })
    else if (origin && sameValue(contentOf(origin), content)) return
    else if (origin) put(from(origin, content, contentOf(origin)))
    else put({ id, revision: 0, content, was: null, sent: [], stored: null, refused: null })
    publish()
    void flush()
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    view: () => view,
    /** A note as it was written here: a new one by an id made here, or one made from `origin`. */
    save,
    /** Takes up what an earlier page left unsent in this browser. */
    resume() {
      for (const one of keeping.all()) if (!unsent.has(one.id)) unsent.set(one.id, one)
      publish()
      void flush()
    },
    /** A note as the server tells of it. */
    hear(note: Note) {
      take(note)
      const mine = unsent.get(note.id)
      // It was saved although no answer came.
      if (mine && !isSending && sameValue(mine.content, contentOf(note))) drop(note.id)
      publish()
    },
    /** A clash is saved: mine over theirs, or theirs as they are. */
    choose(id: string, which: 'mine' | 'theirs') {
      const clash = unsent.get(id)
      if (!clash?.stored) return
      if (which === 'theirs') drop(id)
      else put(from(clash.stored, clash.content, contentOf(clash.stored)))
      publish()
      void flush()
    },
    /** What was refused is let go. */
    forget(id: string) {
      drop(id)
      publish()
    },
    /** More notes were read, or some anew. */
    learn(read: Note[]) {
      for (const note of read) take(note)
      publish()
    },
    /** Tries again at once what waits, when the network is back or somebody signed in again. */
    retry() {
      if (open().length > 0) void flush()
    },
    close: () => clearTimeout(timer),
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
