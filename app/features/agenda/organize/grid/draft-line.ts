import type { DraftEdit } from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { EditedDraft } from '#app/features/agenda/domain/draft/edit-draft.server.ts'
import { postQuietly } from '#app/shared/http/post-quietly.ts'
import type { Answer, Heard } from './draft-store.ts'

/** Sends the edits of a gesture; whatever keeps them from the server is an answer too, never an exception. */
export async function postEdits(address: string, editorId: string, edits: DraftEdit[]): Promise<Answer> {
  const body = new URLSearchParams({ edits: JSON.stringify(edits), editor: editorId })
  const answer = await postQuietly<EditedDraft>(`${address}/edits`, body, { keepalive: true })
  if (answer.kind !== 'answered') return answer
  const outcome = answer.json
  if (outcome.done) return { kind: 'done', changeId: outcome.changeId, edits: outcome.edits }
  return { kind: 'clash', clashes: outcome.clashes }
}

type Line = {
  address: string
  editorId: string
  after: number
  hear: (change: Heard) => void
  /** The names of those who have the draft open too. */
  meet: (names: string[]) => void
  /** The stream was refused: whoever reads may have been signed out, or the server is away. */
  onRefused: () => void
}

/**
 * Hears what others change, from a change on, and who they are, until closed; comes back by itself after the network was
 * lost.
 */
export function followChanges({ address, editorId, after, hear, meet, onRefused }: Line): () => void {
  let last = after
  let source: EventSource | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const open = () => {
    source = new EventSource(`${address}/live?after=${last}&editor=${editorId}`)
    source.onmessage = ({ data }) => {
      const change = JSON.parse(data) as Heard | { present: string[] }
      if ('present' in change) return meet(change.present)
      last = Math.max(last, change.id)
      hear(change)
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
