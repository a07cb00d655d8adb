import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { filterWords, type ListFilter } from '../registration-filter.ts'

type SelectionToolsProps = {
  address: string
  filter: ListFilter
  categories: readonly { code: string; name: TranslatedText }[]
  total: number | null
  /** Tags that were typed before and could not be set. */
  typed: string
}

/** What can be done with those ticked below, or with all that the filter lets through; it works without script. */
export function SelectionTools({ address, filter, categories, total, typed }: SelectionToolsProps) {
  const locale = getLocale()
  const to = (step: string) => `${address}/selection/${step}`
  return (
    <fieldset className="selection stack snug">
      <legend className="visually-hidden">{m['registration.many.title']()}</legend>
      {Object.entries(filterWords(filter)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {filter.sort && <input type="hidden" name="sort" value={filter.sort} />}
      <div className="cluster">
        <label className="choice">
          <input type="checkbox" name="all" />
          <span className="choice-text">
            {total === null
              ? m['registration.many.all-found']()
              : m['registration.many.all']({ count: total })}
          </span>
        </label>
        <Button formAction={to('approval')}>{m['registration.many.approve']()}</Button>
        <Button variant="danger" formAction={to('decline')}>
          {m['registration.many.decline']()}
        </Button>
        <Button variant="quiet" formAction={to('announcement')}>
          {m['announcements.picked.write']()}
        </Button>
      </div>
      <details open={typed !== ''}>
        <summary>{m['registration.many.more']()}</summary>
        <div className="toolbar">
          <SelectField
            name="to"
            label={m['registration.many.to-category']()}
            options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
          />
          <Button variant="quiet" formAction={to('category')}>
            {m['registration.many.move']()}
          </Button>
        </div>
        <div className="toolbar">
          <TextField
            name="tags"
            label={m['registration.guest.tags']()}
            maxLength={300}
            autoComplete="off"
            defaultValue={typed}
          />
          <Button variant="quiet" formAction={to('tags')}>
            {m['registration.many.tag']()}
          </Button>
          <Button variant="quiet" formAction={to('untagging')}>
            {m['registration.many.untag']()}
          </Button>
        </div>
        <p className="cluster">
          <Button variant="quiet" formMethod="get" formAction={`${address}.csv`}>
            {m['registration.many.csv']()}
          </Button>
          <Button variant="quiet" formMethod="get" formAction={`${address}.xlsx`}>
            {m['registration.many.xlsx']()}
          </Button>
        </p>
      </details>
    </fieldset>
  )
}
