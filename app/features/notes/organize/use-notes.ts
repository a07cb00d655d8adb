import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { followNotes, keepIn, postNote } from './note-line.ts'
import { createNoteStore } from './note-store.ts'
import type { NotesPage } from './notes.tsx'

/** The notes of a page, kept up to date from the first moment on: what is written goes out, what others write comes in. */
export function useNotes({ desk, frame, drawer }: Pick<NotesPage, 'desk' | 'frame' | 'drawer'>) {
  const address = `/organize/events/${frame.slug}/notes`
  const { revalidate } = useRevalidator()
  const [store] = useState(() =>
    createNoteStore({
      notes: desk.notes,
      author: frame.viewer.name,
      keeping: keepIn(() => window.localStorage, drawer),
      post: (unsent) => postNote(address, unsent),
    }),
  )
  const view = useSyncExternalStore(store.subscribe, store.view, store.view)

  const read = useRef(desk)
  useEffect(() => {
    if (read.current === desk) return
    read.current = desk
    store.reset(desk.notes)
  }, [desk, store])

  useEffect(() => {
    const { changeId, draftId } = read.current
    const unfollow = followNotes(address, {
      ...{ changeId, draftId, hear: store.hear },
      onSessions: () => revalidate(),
    })
    store.resume()
    window.addEventListener('online', store.retry)
    window.addEventListener('focus', store.retry)
    return () => {
      unfollow()
      store.close()
      window.removeEventListener('online', store.retry)
      window.removeEventListener('focus', store.retry)
    }
  }, [address, store, revalidate])

  return { store, view, address }
}
