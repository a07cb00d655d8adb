import { useRevalidator } from '@remix-run/react'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useEventFrame, useViewer } from '#app/organize/use-desk.ts'
import { followNotes, keepIn, postNote, readNotes } from './note-line.ts'
import { createNoteStore } from './note-store.ts'
import type { NotesPage } from './notes.tsx'
import { moreNotes } from './notes-shown.ts'

/** The notes of a page, kept up to date from the first moment on: what is written goes out, what others write comes in. */
export function useNotes(page: NotesPage) {
  const { desk, found, drawer } = page
  const frame = useEventFrame()
  const viewer = useViewer()
  const address = `/organize/events/${frame.slug}/notes`
  const { revalidate } = useRevalidator()
  const [store] = useState(() =>
    createNoteStore({
      notes: found.notes,
      author: viewer.name,
      keeping: keepIn(() => window.localStorage, drawer),
      post: (unsent) => postNote(address, unsent),
    }),
  )
  const view = useSyncExternalStore(store.subscribe, store.view, store.view)

  const read = useRef(desk)
  useEffect(() => {
    if (read.current === desk) return
    read.current = desk
    store.learn(page.found.notes)
  }, [desk, store, page.found])

  useEffect(() => {
    const { changeId, draftId } = read.current
    const unfollow = followNotes(address, {
      changeId,
      draftId,
      hear: store.hear,
      onSessions: () => revalidate(),
      onRefused: () => revalidate(),
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

  const [sessionId, setSession] = useState(page.sessionId)
  const [earlier, setEarlier] = useState(found.earlier)
  const shown = useRef(page.shown)
  // Without network what is known already is shown; nothing else is lost by it.
  const fetchNotes = async (session: string) => {
    const read = await readNotes(address, session, shown.current)
    if (!read) return
    store.learn(read.notes)
    setEarlier(read.earlier)
  }
  const choose = (chosen: string | null) => {
    const session = chosen ?? 'all'
    shown.current = moreNotes
    setSession(chosen)
    window.history.replaceState(window.history.state, '', `${address}?session=${session}`)
    void fetchNotes(session)
  }
  const showEarlier = () => {
    shown.current += moreNotes
    void fetchNotes(sessionId ?? 'all')
  }
  return { store, view, address, sessionId, earlier, choose, showEarlier }
}
