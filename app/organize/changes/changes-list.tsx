import { m } from '#app/paraglide/messages.js'
import type { ChangedValue } from './changed-values.ts'

/** What an edit changed: each field with what stood there and what stands there now. */
export function ChangesList({ values }: { values: readonly ChangedValue[] }) {
  return (
    <dl className="stack tight">
      {values.map(({ of, name, from, to, isCut }) => (
        <div key={`${of} ${name}`}>
          <dt className="faint">{of ? m['organize.activity.field-of']({ field: name, of }) : name}</dt>
          <dd>
            <del>{from}</del> → <ins>{to}</ins>
            {isCut && <span className="faint"> ({m['organize.activity.cut']()})</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
