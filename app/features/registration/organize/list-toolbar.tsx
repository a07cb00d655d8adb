import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { SelectField, TextField } from '#app/ui/fields/field.tsx'
import { stateWord } from '../registration-labels.ts'
import { filterQuery, type ListFilter } from './registration-filter.ts'

type ListToolbarProps = {
  address: string
  filter: ListFilter
  categories: readonly { code: string; name: TranslatedText }[]
}

/** Search and filters: a form that asks for the list again, so it works without script and can be bookmarked. */
export function ListToolbar({ address, filter, categories }: ListToolbarProps) {
  const locale = getLocale()
  return (
    <search>
      <form className="toolbar" method="get" action={address}>
        <TextField
          type="search"
          name="q"
          label={m['registration.list.search']()}
          defaultValue={filter.q}
          maxLength={200}
        />
        <SelectField
          name="state"
          label={m['registration.list.state']()}
          placeholder={m['registration.list.all']()}
          defaultValue={filter.state ?? ''}
          options={registrationStates.map((state) => ({ value: state, label: stateWord(state) }))}
        />
        {categories.length > 1 && (
          <SelectField
            name="category"
            label={m['registration.list.category']()}
            placeholder={m['registration.list.all']()}
            defaultValue={filter.category ?? ''}
            options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
          />
        )}
        <Button variant="quiet">{m['registration.list.search-button']()}</Button>
        {filterQuery(filter) && (
          <ButtonLink variant="plain" href={address}>
            {m['registration.list.clear']()}
          </ButtonLink>
        )}
      </form>
    </search>
  )
}
