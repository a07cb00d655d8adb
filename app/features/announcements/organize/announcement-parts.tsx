import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { formatCount } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { fateName } from '../announcement-labels.ts'
import { fatesIn, type Ledger } from '../domain/ledger.ts'

export function BackToList() {
  const { slug } = useEventFrame()
  return (
    <p>
      <a className="breadcrumb" href={`/organize/events/${slug}/announcements`}>
        {m['announcements.list.title']()}
      </a>
    </p>
  )
}

/** A draft is kept, and then looked at as its readers will see it. */
export function DraftButtons() {
  return (
    <p className="cluster">
      <Button name="intent" value="check">
        {m['announcements.form.check']()}
      </Button>
      <Button variant="quiet" name="intent" value="save">
        {m['announcements.form.save']()}
      </Button>
    </p>
  )
}

/** The ledger in a line: recipients, and what became of them. */
export function LedgerLine({ ledger }: { ledger: Ledger }) {
  const locale = getLocale()
  const parts = fatesIn(ledger).map(({ fate, count }) =>
    m['announcements.ledger.count']({
      fate: fateName(fate).toLowerCase(),
      count: formatCount(count, locale),
    }),
  )
  return (
    <span className="figures">
      {m['announcements.ledger.sum']({
        recipients: formatCount(ledger.recipients, locale),
        parts: parts.join(' + '),
      })}
    </span>
  )
}
