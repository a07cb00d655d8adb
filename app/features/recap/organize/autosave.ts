import type { Unanswered } from '#app/shared/http/post-quietly.ts'
import { createSender, type Reached } from '#app/shared/http/sender.ts'
import { createWatched } from '#app/shared/http/watched.ts'

/** What another editor saved meanwhile. */
export type StoredText = { title: string; revision: number }

export type SaveAnswer =
  | { kind: 'saved'; revision: number }
  | { kind: 'clash'; stored: StoredText }
  | Unanswered

export type SaveView = {
  /** `new` until there is a text at all. */
  state: 'new' | 'unsaved' | 'saving' | SaveAnswer['kind']
  stored: StoredText | null
  sentence: string
}

type Options = {
  /** What is stored when the page comes; 0 when there is no such text yet. */
  revision: number
  /** Sends the text as it stands, made from this revision. */
  post: (revision: number) => Promise<SaveAnswer>
  onSaved?: () => void
  /** Milliseconds between the last key and sending. */
  pause?: number
  pauses?: readonly number[]
}

/**
 * Saves a text while it is written: one request at a time, each made from the revision that the one before answered, and
 * again until the server is reached. A clash waits for a choice; nothing is sent until then.
 */
export function createAutosave({ revision: first, post, onSaved, pause = 1500, pauses }: Options) {
  let revision = first
  let edits = 0
  let saved = 0
  let isDue = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let view: SaveView = { state: first > 0 ? 'saved' : 'new', stored: null, sentence: '' }
  const shown = createWatched(() => view)
  const sender = createSender({
    next: () => (isDue && !view.stored ? edits : undefined),
    post: () => {
      show({ state: 'saving' })
      return post(revision)
    },
    take,
    onStatus: (status) => {
      if (status === 'away' || status === 'signed-out') show({ state: status })
    },
    pauses,
  })

  function show(next: Partial<SaveView>) {
    view = { ...view, stored: null, sentence: '', ...next }
    shown.publish()
  }

  function later() {
    // Whoever writes on is not interrupted by another try.
    sender.rest()
    clearTimeout(timer)
    timer = setTimeout(save, pause)
  }

  function save() {
    clearTimeout(timer)
    if (sender.isSending() || view.stored) return
    isDue = true
    sender.flush()
  }

  function take(sent: number, answer: Reached<SaveAnswer>) {
    isDue = false
    if (answer.kind !== 'saved') return show({ ...answer, state: answer.kind })
    revision = answer.revision
    saved = sent
    show({ state: edits === sent ? 'saved' : 'unsaved' })
    if (edits !== sent) later()
    onSaved?.()
  }

  return {
    subscribe: shown.subscribe,
    view: shown.view,
    /** Something was typed. */
    changed() {
      edits += 1
      if (view.stored || sender.isSending()) return
      show({ state: 'unsaved' })
      later()
    },
    save,
    /** The network may be there again: sends what was typed, if anything was. */
    retry() {
      if (edits > saved) save()
    },
    /** Puts what is written here over what somebody else saved. */
    keepMine() {
      if (!view.stored) return
      revision = view.stored.revision
      show({ state: 'unsaved' })
      save()
    },
    close() {
      clearTimeout(timer)
      sender.rest()
    },
  }
}
