import { resolvedEdits } from '#app/features/agenda/domain/clashes/clash-choice.ts'
import {
  afterEdits,
  type DraftEdit,
  type DraftFields,
  type DraftSession,
  type EditClash,
  turnedRound,
} from '#app/features/agenda/domain/draft/draft-edit.ts'
import type { Unanswered } from '#app/shared/http/post-quietly.ts'

export type Answer =
  | { kind: 'done'; changeId: number; edits: DraftEdit[] }
  | { kind: 'clash'; clashes: EditClash[] }
  | Unanswered

export type Clashing = { edits: DraftEdit[]; clashes: EditClash[] }
export type Heard = {
  id: number
  edits: DraftEdit[]
  editorId: string | null
  actorName: string
  again?: true
}

/** What the last thing was that happened, for the sentence below the editor and the live region. */
export type Told =
  | { kind: 'did' | 'undid' | 'redid' | 'heard'; edits: DraftEdit[]; by: string; count: number }
  | { kind: 'refused'; sentence: string; count: number }

export type DraftView = {
  sessions: DraftSession[]
  status: 'saved' | 'saving' | 'away' | 'signed-out'
  canUndo: boolean
  canRedo: boolean
  clash: Clashing | null
  told: Told | null
  /** Who else has the draft open. */
  present: readonly string[]
}

type Step = { edits: DraftEdit[] }
type Options = {
  sessions: DraftSession[]
  editorId: string
  post: (edits: DraftEdit[]) => Promise<Answer>
  /** Others changed something that edits do not tell: rooms, tracks, a person nobody knew here. */
  onUnknown?: () => void
  pauses?: number[]
}

export type DraftStore = ReturnType<typeof createDraftStore>

/**
 * The draft as an editor sees it: what the server has, and on top what it was not told yet. Gestures show at once and
 * are sent one after the other; what clashes is taken back and asked about; while the server is away they wait.
 */
export function createDraftStore({ sessions, editorId, post, onUnknown, pauses }: Options) {
  let base = sessions
  let queue: Step[] = []
  let done: Step[] = []
  let undone: Step[] = []
  let clashes: Clashing[] = []
  let status: DraftView['status'] = 'saved'
  let told: Told | null = null
  let present: readonly string[] = []
  let isSending = false
  let failures = 0
  let count = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let known: { id: number; edits: DraftEdit[] }[] = []
  const listeners = new Set<() => void>()
  let view = look()

  function look(): DraftView {
    const unsent = queue.flatMap((step) => step.edits)
    return {
      sessions: unsent.length > 0 ? afterEdits(base, unsent) : base,
      status,
      told,
      present,
      clash: clashes[0] ?? null,
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
    }
  }

  function publish() {
    view = look()
    for (const listener of listeners) listener()
  }

  const tell = (kind: 'did' | 'undid' | 'redid' | 'heard', edits: DraftEdit[], by = '') => {
    told = { kind, edits, by, count: ++count }
  }

  function send(step: Step) {
    queue.push(step)
    publish()
    void flush()
  }

  async function flush() {
    if (isSending) return
    isSending = true
    clearTimeout(timer)
    for (let head = queue[0]; head; head = queue[0]) {
      if (status === 'saved') {
        status = 'saving'
        publish()
      }
      const answer = await post(head.edits)
      // The stream may have said already that it is done.
      if (queue[0] !== head) continue
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
      if (answer.kind === 'done') confirm(head, answer.changeId, answer.edits)
      else takeBack(head, answer)
      publish()
    }
    isSending = false
    status = 'saved'
    publish()
  }

  function confirm(step: Step, id: number, edits: DraftEdit[]) {
    base = afterEdits(base, edits)
    known = [...known.slice(-200), { id, edits }]
    queue = queue.filter((one) => one !== step)
    step.edits = edits
  }

  function takeBack(step: Step, answer: Extract<Answer, { kind: 'clash' | 'refused' }>) {
    queue = queue.filter((one) => one !== step)
    done = done.filter((one) => one !== step)
    undone = undone.filter((one) => one !== step)
    if (answer.kind === 'refused') {
      told = { kind: 'refused', sentence: answer.sentence, count: ++count }
      return
    }
    base = afterEdits(base, answer.clashes.map(asTheyHaveIt))
    clashes = [...clashes, { edits: step.edits, clashes: answer.clashes }]
  }

  /** The inverse of the last step of one stack becomes the last of the other. */
  function turn(from: Step[], kind: 'undid' | 'redid'): Step | undefined {
    const last = from.pop()
    if (!last) return undefined
    const step = { edits: last.edits.map(turnedRound).reverse() }
    tell(kind, step.edits)
    return step
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    perform(edits: DraftEdit[]) {
      tell('did', edits)
      if (edits.length === 0) return publish()
      const step = { edits }
      done.push(step)
      undone = []
      send(step)
    },
    undo() {
      const step = turn(done, 'undid')
      if (!step) return
      undone.push(step)
      send(step)
    },
    redo() {
      const step = turn(undone, 'redid')
      if (!step) return
      done.push(step)
      send(step)
    },
    /** A clash is settled: the parts in `mine` are done again over the others', the rest stays as theirs. */
    resolve(mine: ReadonlySet<string>) {
      const [first, ...later] = clashes
      if (!first) return
      clashes = later
      const edits = resolvedEdits(first.edits, first.clashes, mine)
      if (edits.length > 0) this.perform(edits)
      else publish()
    },
    hear(change: Heard) {
      if (known.some(({ id }) => id === change.id)) return
      if (change.again) return onUnknown?.()
      const [head] = queue
      if (change.editorId === editorId) {
        if (isSending && head) confirm(head, change.id, change.edits)
      } else {
        const unknown = change.edits.length === 0 || change.edits.some((edit) => edit.set.appearances)
        base = afterEdits(base, change.edits)
        known = [...known.slice(-200), change]
        tell('heard', change.edits, change.actorName)
        if (unknown) onUnknown?.()
      }
      publish()
    },
    meet(names: readonly string[]) {
      present = names
      publish()
    },
    /** The draft was read anew; what was heard since is put on top. */
    reset(read: { sessions: DraftSession[]; changeId: number }) {
      const later = known.filter(({ id }) => id > read.changeId)
      base = afterEdits(
        read.sessions,
        later.flatMap(({ edits }) => edits),
      )
      publish()
    },
    /** Tries again at once what waits, when the network is back or somebody signed in again. */
    retry() {
      if (queue.length > 0) void flush()
    },
    hasUnsent: () => queue.length > 0 || clashes.length > 0,
    close: () => clearTimeout(timer),
  }
}

function asTheyHaveIt({ sessionId, field, theirs }: EditClash): DraftEdit {
  return { kind: 'edit', sessionId, was: {}, set: { [field]: theirs } as Partial<DraftFields> }
}
