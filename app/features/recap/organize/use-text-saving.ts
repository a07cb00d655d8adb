import { useRevalidator } from '@remix-run/react'
import { type RefObject, useEffect, useState, useSyncExternalStore } from 'react'
import { postQuietly } from '#app/shared/http/post-quietly.ts'
import type { RichNode } from '../domain/recap-content.ts'
import { createAutosave, type SaveAnswer } from './autosave.ts'

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
      post: async (made) => {
        const sent = new FormData(form.current ?? undefined)
        sent.set('revision', String(made))
        sent.set('doc', JSON.stringify(doc.current))
        const answer = await postQuietly<SaveAnswer>(address, sent)
        return answer.kind === 'answered' ? answer.json : answer
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
    addEventListener('online', saver.retry)
    return () => {
      removeEventListener('online', saver.retry)
      saver.close()
    }
  }, [saver])
  return { saver, view }
}
