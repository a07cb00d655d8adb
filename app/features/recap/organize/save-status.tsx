import { m } from '#app/paraglide/messages.js'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { SaveView } from './autosave.ts'

const texts: Record<Exclude<SaveView['state'], 'clash'>, (view: SaveView) => string> = {
  new: () => '',
  unsaved: () => m['recap.desk.unsaved'](),
  saving: () => m['recap.desk.saving'](),
  saved: () => m['recap.desk.saved'](),
  away: () => m['recap.desk.away'](),
  'signed-out': () => m['recap.desk.signed-out'](),
  refused: ({ sentence }) => m['recap.desk.refused']({ sentence }),
}

/** Whether what is written is saved, said when it changes. */
export function SaveStatus({ view }: { view: SaveView }) {
  return (
    <span role="status" className="small">
      {view.state === 'clash' ? '' : texts[view.state](view)}
    </span>
  )
}

type ClashProps = { title: string; onKeep?: () => void }

/** Somebody else saved meanwhile. With script one chooses; without, what was typed stands in the form and is saved next. */
export function TextClash({ title, onKeep }: ClashProps) {
  return (
    <Notice tone="warning" live title={m['recap.desk.clash']({ title })}>
      {onKeep ? (
        <div className="cluster">
          <Button type="button" variant="quiet" onClick={onKeep}>
            {m['recap.desk.keep-mine']()}
          </Button>
          <Button type="button" variant="plain" onClick={() => location.reload()}>
            {m['recap.desk.take-theirs']()}
          </Button>
        </div>
      ) : (
        <p>{m['recap.desk.clash-save']()}</p>
      )}
    </Notice>
  )
}
