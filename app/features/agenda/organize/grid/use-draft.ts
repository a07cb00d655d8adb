import { useRevalidator } from '@remix-run/react'
import { type RefObject, useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { newId } from '#app/shared/new-id.ts'
import { followChanges, postEdits } from './draft-line.ts'
import { createDraftStore, type DraftStore } from './draft-store.ts'
import type { EditorView } from './editor-view.server.ts'

/** The draft of a page, kept up to date from the first moment on: gestures go out, what others do comes in. */
export function useDraft({ draft }: Pick<EditorView, 'draft'>) {
  const frame = useEventFrame()
  const address = `/organize/events/${frame.slug}/agenda`
  const { revalidate } = useRevalidator()
  const [editorId] = useState(() => (typeof document === 'undefined' ? '' : newId()))
  const [store] = useState<DraftStore>(() =>
    createDraftStore({
      sessions: draft.sessions,
      editorId,
      post: (edits) => postEdits(address, editorId, edits),
      onUnknown: () => revalidate(),
    }),
  )
  const view = useSyncExternalStore(store.subscribe, store.view, store.view)

  const read = useRef(draft)
  useEffect(() => {
    if (read.current === draft) return
    read.current = draft
    store.reset(draft)
  }, [draft, store])

  useEffect(() => {
    const unfollow = followChanges({
      address,
      editorId,
      after: read.current.changeId,
      hear: store.hear,
      meet: store.meet,
      onRefused: () => revalidate(),
    })
    const leaving = (event: BeforeUnloadEvent) => {
      if (store.hasUnsent()) event.preventDefault()
    }
    window.addEventListener('online', store.retry)
    window.addEventListener('focus', store.retry)
    window.addEventListener('beforeunload', leaving)
    return () => {
      unfollow()
      window.removeEventListener('online', store.retry)
      window.removeEventListener('focus', store.retry)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [address, editorId, store, revalidate])

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z'
      // In a field the browser undoes the typing.
      if (!isUndo || (event.target as Element).closest?.('input, textarea, dialog')) return
      event.preventDefault()
      if (event.shiftKey) store.redo()
      else store.undo()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [store])

  return { store, view, address }
}

/**
 * A session that moves on the page takes the focus along, which browsers drop when an element changes its place. It also
 * has the focus of a panel that stood beside it and is gone.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>) {
  const kept = useRef<{ session: string; control: string } | null>(null)
  useEffect(() => {
    const remember = ({ target }: Event) => {
      const element = target as HTMLElement
      const near = element.closest<HTMLElement>('[data-session], [data-beside]')
      const session = near?.dataset.session ?? near?.dataset.beside
      kept.current = session
        ? { session, control: element.closest<HTMLElement>('[data-control]')?.dataset.control ?? '' }
        : null
    }
    document.addEventListener('focusin', remember)
    document.addEventListener('pointerdown', remember)
    return () => {
      document.removeEventListener('focusin', remember)
      document.removeEventListener('pointerdown', remember)
    }
  }, [])
  useLayoutEffect(() => {
    const wanted = kept.current
    if (!wanted || (document.activeElement && document.activeElement !== document.body)) return
    const session = root.current?.querySelector<HTMLElement>(`[data-session="${wanted.session}"]`)
    const control = session?.querySelector<HTMLElement>(`[data-control="${wanted.control}"]`)
    const next =
      control ?? (session?.matches('a, button') ? session : session?.querySelector<HTMLElement>('a, button'))
    next?.focus({ preventScroll: true })
  })
}
