import type { ReactNode } from 'react'

export type Description = { term: ReactNode; value: ReactNode; key?: string }

/** Terms and what they are, a hairline between; entries without a value are left out. */
export function DescriptionList({ entries }: { entries: readonly Description[] }) {
  const shown = entries.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="description">
      {shown.map(({ term, value, key }) => (
        <div key={key ?? String(term)}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
