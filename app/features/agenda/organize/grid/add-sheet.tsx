import { type ComponentProps, useEffect, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { AddForm } from './gesture-forms.tsx'

export type Adding = { start: string; room: string }
type AddSheetProps = ComponentProps<typeof AddForm> & { adding: Adding; onClose: () => void }

/** A new session at the place that was chosen in the grid. */
export function AddSheet({ adding, onClose, onGesture, ...forms }: AddSheetProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLInputElement>('input[name="titleVi"]')?.focus()
  }, [])
  return (
    <dialog ref={dialog} className="sheet" aria-labelledby="add-title" onClose={onClose}>
      <div className="stack">
        <h2 className="title-m" id="add-title">
          {m['editor.add.title']()}
        </h2>
        <AddForm
          {...forms}
          {...adding}
          onGesture={(fields) => {
            const isDone = onGesture(fields)
            if (isDone) dialog.current?.close()
            return isDone
          }}
        />
        <p>
          <Button type="button" variant="plain" onClick={() => dialog.current?.close()}>
            {m['editor.add.cancel']()}
          </Button>
        </p>
      </div>
    </dialog>
  )
}
