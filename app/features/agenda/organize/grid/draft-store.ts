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
import { createSender, type Reached, type SendStatus } from '#app/shared/http/sender.ts'
import { createWatched } from '#app/shared/http/watched.ts'

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
  status: SendStatus
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
export function createDraftStore(options: Options) {
  const { editorId, onUnknown } = options
  const line = createDraftLine(options)
  const { stored, history, tell, send, sender, shown } = line

  function perform(edits: DraftEdit[]) {
    tell('did', edits)
    if (edits.length === 0) return shown.publish()
    const step = { edits }
    history.did(step)
    send(step)
  }

  function turn(step: Step | undefined, kind: 'undid' | 'redid') {
    if (!step) return
    tell(kind, step.edits)
    send(step)
  }

  return {
    subscribe: shown.subscribe,
    view: shown.view,
    perform,
    undo: () => turn(history.undo(), 'undid'),
    redo: () => turn(history.redo(), 'redid'),
    /** A clash is settled: the parts in `mine` are done again over the others', the rest stays as theirs. */
    resolve(mine: ReadonlySet<string>) {
      const clash = line.takeClash()
      if (!clash) return
      const edits = resolvedEdits(clash.edits, clash.clashes, mine)
      if (edits.length > 0) perform(edits)
      else shown.publish()
    },
    hear(change: Heard) {
      if (stored.knows(change.id)) return
      if (change.again) return onUnknown?.()
      if (change.editorId === editorId) line.confirmFirst(change)
      else {
        const unknown = change.edits.length === 0 || change.edits.some((edit) => edit.set.appearances)
        stored.take(change)
        tell('heard', change.edits, change.actorName)
        if (unknown) onUnknown?.()
      }
      shown.publish()
    },
    meet: line.meet,
    /** The draft was read anew; what was heard since is put on top. */
    reset(read: { sessions: DraftSession[]; changeId: number }) {
      stored.reset(read)
      shown.publish()
    },
    /** Tries again at once what waits, when the network is back or somebody signed in again. */
    retry() {
      if (line.waits()) sender.flush()
    },
    hasUnsent: line.hasUnsent,
    close: sender.rest,
  }
}

/** What the server has, the steps it was not told yet, and what came of those that it was told. */
function createDraftLine({ sessions, post, pauses }: Options) {
  const stored = createStored(sessions)
  const history = createHistory()
  let queue: Step[] = []
  let clashes: Clashing[] = []
  let status: SendStatus = 'saved'
  let present: readonly string[] = []
  const telling = createTelling()
  const shown = createWatched(
    (): DraftView => ({
      sessions: withSteps(stored.sessions(), queue),
      status,
      told: telling.told(),
      present,
      clash: clashes[0] ?? null,
      canUndo: history.canUndo(),
      canRedo: history.canRedo(),
    }),
  )

  function confirm(step: Step, change: Change) {
    stored.take(change)
    queue = queue.filter((one) => one !== step)
    step.edits = change.edits
  }

  function take(step: Step, answer: Reached<Answer>) {
    if (answer.kind === 'done') confirm(step, { id: answer.changeId, edits: answer.edits })
    else {
      queue = queue.filter((one) => one !== step)
      history.forget(step)
    }
    if (answer.kind === 'refused') telling.refuse(answer.sentence)
    if (answer.kind === 'clash') {
      stored.correct(answer.clashes.map(asTheyHaveIt))
      clashes = [...clashes, { edits: step.edits, clashes: answer.clashes }]
    }
    shown.publish()
  }

  const sender = createSender({
    next: () => queue[0],
    // The stream may have said already that it is done.
    isTaken: (step: Step) => queue[0] !== step,
    post: (step) => post(step.edits),
    take,
    onStatus(now) {
      status = now
      shown.publish()
    },
    pauses,
  })

  return {
    stored,
    history,
    sender,
    shown,
    tell: telling.tell,
    send(step: Step) {
      queue.push(step)
      shown.publish()
      sender.flush()
    },
    confirmFirst(change: Change) {
      const [first] = queue
      if (sender.isSending() && first) confirm(first, change)
    },
    takeClash: () => clashes.shift(),
    meet(names: readonly string[]) {
      present = names
      shown.publish()
    },
    waits: () => queue.length > 0,
    hasUnsent: () => queue.length > 0 || clashes.length > 0,
  }
}

function withSteps(sessions: DraftSession[], steps: Step[]): DraftSession[] {
  const edits = steps.flatMap((step) => step.edits)
  return edits.length > 0 ? afterEdits(sessions, edits) : sessions
}

type Change = { id: number; edits: DraftEdit[] }

/** The last thing that happened; counted, so that the same is told again when it happens again. */
function createTelling() {
  let told: Told | null = null
  let count = 0
  return {
    told: () => told,
    tell(kind: 'did' | 'undid' | 'redid' | 'heard', edits: DraftEdit[], by = '') {
      told = { kind, edits, by, count: ++count }
    },
    refuse(sentence: string) {
      told = { kind: 'refused', sentence, count: ++count }
    },
  }
}

/** The draft as the server has it, and the changes by which it became so. */
function createStored(read: DraftSession[]) {
  let sessions = read
  let known: Change[] = []
  return {
    sessions: () => sessions,
    knows: (id: number) => known.some((one) => one.id === id),
    take({ id, edits }: Change) {
      sessions = afterEdits(sessions, edits)
      known = [...known.slice(-200), { id, edits }]
    },
    correct(edits: DraftEdit[]) {
      sessions = afterEdits(sessions, edits)
    },
    reset(anew: { sessions: DraftSession[]; changeId: number }) {
      const later = known.filter(({ id }) => id > anew.changeId)
      sessions = afterEdits(
        anew.sessions,
        later.flatMap(({ edits }) => edits),
      )
    },
  }
}

/** Steps to undo and to redo: the inverse of the last of one stack becomes the last of the other. */
function createHistory() {
  let done: Step[] = []
  let undone: Step[] = []
  const turned = (from: Step[], to: Step[]): Step | undefined => {
    const last = from.pop()
    if (!last) return undefined
    const step = { edits: last.edits.map(turnedRound).reverse() }
    to.push(step)
    return step
  }
  return {
    canUndo: () => done.length > 0,
    canRedo: () => undone.length > 0,
    did(step: Step) {
      done.push(step)
      undone = []
    },
    undo: () => turned(done, undone),
    redo: () => turned(undone, done),
    forget(step: Step) {
      done = done.filter((one) => one !== step)
      undone = undone.filter((one) => one !== step)
    },
  }
}

function asTheyHaveIt({ sessionId, field, theirs }: EditClash): DraftEdit {
  return { kind: 'edit', sessionId, was: {}, set: { [field]: theirs } as Partial<DraftFields> }
}
