import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { Button, ButtonLink } from './button.tsx'
import { TextField } from './fields/field.tsx'

type SearchFormProps = {
  /** The page of the list, which is asked for again: it works without script and can be bookmarked. */
  address: string
  q: string
  label: string
  hint?: string
  /** What else the list is narrowed to, by links elsewhere on the page. */
  kept?: Record<string, string | null>
  /** Whether the form's own filters are in use: then a link lets them go. */
  isFiltered?: boolean
  /** Filters beside the words. */
  children?: ReactNode
}

/** Words and filters above a list. */
export function SearchForm({ address, q, label, hint, kept = {}, isFiltered, children }: SearchFormProps) {
  return (
    <search>
      <form className="toolbar" method="get" action={address}>
        <TextField type="search" name="q" label={label} hint={hint} defaultValue={q} maxLength={200} />
        {children}
        {Object.entries(kept).map(
          ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
        )}
        <Button variant="quiet">{m['shared.search.button']()}</Button>
        {isFiltered && (
          <ButtonLink variant="plain" href={address}>
            {m['shared.search.clear']()}
          </ButtonLink>
        )}
      </form>
    </search>
  )
}
