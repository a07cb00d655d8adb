import { m } from '#app/paraglide/messages.js'
import type { RecapText } from '#app/shared/vocabulary.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Material } from '../domain/recap-desk.server.ts'
import type { StalePassage } from '../domain/stale-passages.ts'
import { staleReasons } from './recap-labels.ts'

type Props = {
  passages: readonly StalePassage[]
  notes: readonly Material[]
  kind: RecapText
  locale: 'vi' | 'en'
  here: string
}

/** The passages of a text that no longer say what their notes say, each with the way to put it right. */
export function StaleList({ passages, notes, kind, locale, here }: Props) {
  const once = [...new Map(passages.map((one) => [one.noteId, one])).values()]
  return (
    <Notice tone="warning" title={m['recap.stale.title']({ count: passages.length })}>
      <ul className="stack snug">
        {once.map(({ noteId, reason }) => {
          const note = notes.find((one) => one.id === noteId)
          return (
            <li key={noteId} className="stack tight">
              <p>
                <strong>{note?.name || m['recap.stale.table']()}</strong>
                {': '}
                <span lang={locale}>{note?.text[locale] ?? '–'}</span>
              </p>
              <p className="small">{staleReasons[reason]()}</p>
              <form method="post" action={here}>
                <input type="hidden" name="step" value="renew" />
                <input type="hidden" name="kind" value={kind} />
                <input type="hidden" name="locale" value={locale} />
                <Button name="note" value={noteId} variant="quiet">
                  {reason === 'changed' ? m['recap.stale.renew']() : m['recap.stale.take-out']()}
                </Button>
              </form>
            </li>
          )
        })}
      </ul>
    </Notice>
  )
}
