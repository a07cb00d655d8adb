import type { Unanswered } from '#app/shared/http/post-quietly.ts'

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
  /** Milliseconds between the last key and sending, and before another try after a failure. */
  pause?: number
  retry?: number
}

/**
 * Saves a text while it is written: one request at a time, each made from the revision that the one before answered, and
 * again until the server is reached. A clash waits for a choice; nothing is sent until then.
 */
export function createAutosave({ revision: first, post, onSaved, pause = 1500, retry = 4000 }: Options) {
  let revision = first
  let edits = 0
  let saved = 0
  let isSending = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let view: SaveView = { state: first > 0 ? 'saved' : 'new', stored: null, sentence: '' }
  const listeners = new Set<() => void>()

  function show(next: Partial<SaveView>) {
    view = { ...view, stored: null, sentence: '', ...next }
    for (const listener of listeners) listener()
  }

  function later(wait: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void save(), wait)
  }

  async function save() {
    clearTimeout(timer)
    if (isSending || view.stored) return
    isSending = true
    const sent = edits
    show({ state: 'saving' })
    const answer = await post(revision)
    isSending = false
    if (answer.kind === 'saved') {
      revision = answer.revision
      saved = sent
      if (edits === sent) show({ state: 'saved' })
      else {
        show({ state: 'unsaved' })
        later(pause)
      }
      onSaved?.()
      return
    }
    show({ ...answer, state: answer.kind })
    if (answer.kind === 'away' || answer.kind === 'signed-out') later(retry)
  }

  return {
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    view: () => view,
    /** Something was typed. */
    changed() {
      edits += 1
      if (view.stored || isSending) return
      show({ state: 'unsaved' })
      later(pause)
    },
    save: () => void save(),
    /** The network may be there again: sends what was typed, if anything was. */
    retry() {
      if (edits > saved) void save()
    },
    /** Puts what is written here over what somebody else saved. */
    keepMine() {
      if (!view.stored) return
      revision = view.stored.revision
      show({ state: 'unsaved' })
      void save()
    },
    close: () => clearTimeout(timer),
  }
}
