import { useEffect, useRef } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { zooms } from './grid-layout.ts'

type GridToolsProps = { scale: number; onScale: (scale: number) => void; onAdd: () => void }

/** Zoom, a new session, and the list of keys, which `?` opens too. */
export function GridTools({ scale, onScale, onAdd }: GridToolsProps) {
  const keys = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '?' || (event.target as Element).closest?.('input, textarea, select, dialog')) return
      keys.current?.showModal()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  return (
    <>
      <Button type="button" variant="quiet" onClick={onAdd}>
        {m['editor.add.title']()}
      </Button>
      <span className="cluster snug">
        <Button
          type="button"
          variant="quiet"
          aria-label={m['editor.zoom.out']()}
          disabled={scale === 0}
          onClick={() => onScale(scale - 1)}
        >
          −
        </Button>
        <Button
          type="button"
          variant="quiet"
          aria-label={m['editor.zoom.in']()}
          disabled={scale === zooms.length - 1}
          onClick={() => onScale(scale + 1)}
        >
          +
        </Button>
      </span>
      <Button type="button" variant="plain" onClick={() => keys.current?.showModal()}>
        {m['editor.keys.title']()}
      </Button>
      <dialog ref={keys} className="sheet" aria-labelledby="keys-title">
        <div className="stack">
          <h2 className="title-m" id="keys-title">
            {m['editor.keys.title']()}
          </h2>
          <dl className="keys">
            {list().map(([key, words]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
          </dl>
          <form method="dialog">
            <Button variant="quiet">{m['editor.keys.close']()}</Button>
          </form>
        </div>
      </dialog>
    </>
  )
}

const list = (): [string, string][] => [
  ['↑ ↓', m['editor.keys.move']()],
  ['← →', m['editor.keys.room']()],
  ['Shift + ↑ ↓', m['editor.keys.resize']()],
  ['Page Up / Page Down', m['editor.keys.day']()],
  ['Delete', m['editor.keys.unschedule']()],
  ['Shift + Space', m['editor.keys.choose']()],
  ['Esc', m['editor.keys.choose-none']()],
  ['Enter', m['editor.keys.open']()],
  ['Ctrl + Z', m['editor.keys.undo']()],
  ['Ctrl + Shift + Z', m['editor.keys.redo']()],
  ['?', m['editor.keys.title']()],
]
