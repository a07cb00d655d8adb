import { useRevalidator } from '@remix-run/react'
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import type { RichNode } from '#db/schema/recap-content.ts'
import { createAutosave, postText } from './autosave.ts'

type Saving = {
  address: string
  revision: number
  form: RefObject<HTMLFormElement>
  doc: RefObject<RichNode>
}

/** Saves the form of a text while it is written, and keeps the page from being left with words that were not saved. */
export function useTextSaving({ address, revision, form, doc }: Saving) {
  const { revalidate } = useRevalidator()
  const [saver] = useState(() =>
    createAutosave({
      revision,
      onSaved: revalidate,
      post: (made) => {
        const sent = new FormData(form.current ?? undefined)
        sent.set('revision', String(made))
        sent.set('doc', JSON.stringify(doc.current))
        return postText(address, sent)
      },
    }),
  )
  const view = useSyncExternalStore(saver.subscribe, saver.view, saver.view)
  const isSafe = view.state === 'saved' || view.state === 'new'
  useEffect(() => {
    if (isSafe) return
    const stay = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', stay)
    return () => removeEventListener('beforeunload', stay)
  }, [isSafe])
  useEffect(() => {
    addEventListener('online', saver.save)
    return () => {
      removeEventListener('online', saver.save)
      saver.close()
    }
  }, [saver])
  return { saver, view }
}
