import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { registrationStates } from '#app/shared/vocabulary.ts'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import { stateWord } from '../registration-labels.ts'
import { filterQuery, type ListFilter } from './registration-filter.ts'

type ListToolbarProps = {
  address: string
  filter: ListFilter
  categories: readonly { code: string; name: TranslatedText }[]
}

/** Search and filters of the registrations. */
export function ListToolbar({ address, filter, categories }: ListToolbarProps) {
  const locale = getLocale()
  return (
    <SearchForm
      address={address}
      q={filter.q}
      label={m['registration.list.search']()}
      isFiltered={filterQuery(filter) !== ''}
    >
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
    </SearchForm>
  )
}
