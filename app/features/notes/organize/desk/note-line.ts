import type { Note } from '#app/features/notes/domain/note.ts'
import type { DeskNotes } from '#app/features/notes/domain/notes-desk.server.ts'
import type { SavedNote } from '#app/features/notes/domain/save-note.server.ts'
import { postQuietly } from '#app/shared/http/post-quietly.ts'
import type { Keeping, SaveAnswer, Unsent } from './note-store.ts'

/** Sends a note; whatever keeps it from the server is an answer too, never an exception. */
export async function postNote(address: string, { id, revision, content }: Unsent): Promise<SaveAnswer> {
  const body = new URLSearchParams({ note: JSON.stringify({ id, revision, content }) })
  const answer = await postQuietly<SavedNote>(`${address}/edits`, body)
  if (answer.kind !== 'answered') return answer
  const outcome = answer.json
  return outcome.done ? { kind: 'done', note: outcome.note } : { kind: 'clash', stored: outcome.stored }
}

/** The newest notes of a session (or `all`), or null when the server is not to be had. */
export async function readNotes(address: string, session: string, shown: number): Promise<DeskNotes | null> {
  try {
    const answer = await fetch(`${address}/live?session=${session}&shown=${shown}`, { redirect: 'manual' })
    return answer.ok ? await answer.json() : null
  } catch {
    return null
  }
}

type Heard = { id: number; note: Note | null }
type Following = {
  changeId: number
  draftId: number
  hear: (note: Note) => void
  onSessions: () => void
  /** The stream was refused: whoever reads may have been signed out, or the server is away. */
  onRefused: () => void
}

/** Hears what others save until closed, and that sessions changed; comes back by itself after the network was lost. */
export function followNotes(
  address: string,
  { changeId, draftId, hear, onSessions, onRefused }: Following,
): () => void {
  let last = changeId
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`${address}/live?after=${last}&draft=${draftId}`)
    source.onmessage = ({ data }) => {
      const change = JSON.parse(data) as Heard
      last = Math.max(last, change.id)
      if (change.note) hear(change.note)
      else onSessions()
    }
    source.onerror = () => {
      // The browser gives up when it was answered with anything but a stream.
      if (source?.readyState !== EventSource.CLOSED) return
      onRefused()
      timer = setTimeout(open, 5000)
    }
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

/**
 * Unsent notes in the browser's storage, one row each, apart by event and writer. Where there is none, or it is full,
 * they live as long as the page.
 */
export function keepIn(storage: () => Storage, drawer: string): Keeping {
  const prefix = `${drawer}/unsent/`
  const quietly = <T>(run: (storage: Storage) => T, otherwise: T): T => {
    try {
      return run(storage())
    } catch {
      return otherwise
    }
  }
  return {
    all: () =>
      quietly((rows) => {
        const keys = Array.from({ length: rows.length }, (_, at) => rows.key(at) ?? '')
        return keys
          .filter((key) => key.startsWith(prefix))
          .map((key) => JSON.parse(rows.getItem(key) ?? '') as Unsent)
          .sort((a, b) => (a.content.saidAt < b.content.saidAt ? -1 : 1))
      }, []),
    keep: (one) => quietly((rows) => rows.setItem(prefix + one.id, JSON.stringify(one)), undefined),
    drop: (id) => quietly((rows) => rows.removeItem(prefix + id), undefined),
  }
}
