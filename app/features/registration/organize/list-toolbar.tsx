import type { AnswerChoice } from '#app/features/questions/answer-choices.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { type TranslatedText, textIn } from '#app/shared/i18n/translated-text.ts'
import { CheckboxField, SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import {
  isNarrowed,
  type ListColumn,
  type ListFilter,
  listColumns,
  usualColumns,
} from './registration-filter.ts'

const columnNames: Record<ListColumn, () => string> = {
  email: m['registration.list.email'],
  organization: m['registration.list.organization'],
  category: m['registration.list.category'],
  state: m['registration.list.state'],
  language: m['registration.list.language'],
  arrived: m['registration.list.arrived'],
}

type ListToolbarProps = {
  address: string
  filter: ListFilter
  categories: readonly { code: string; name: TranslatedText }[]
  tags: readonly string[]
  /** By question; none for who may not read answers. */
  answers: readonly AnswerChoice[]
}

/** Search and filters of the registrations. */
export function ListToolbar({ address, filter, categories, tags, answers }: ListToolbarProps) {
  const locale = getLocale()
  return (
    <SearchForm
      address={address}
      q={filter.q}
      label={m['registration.list.search']()}
      isFiltered={isNarrowed(filter)}
      kept={{ state: filter.state ?? null, sort: filter.sort ?? null }}
    >
      {categories.length > 1 && (
        <SelectField
          name="category"
          label={m['registration.list.category']()}
          placeholder={m['registration.list.all']()}
          defaultValue={filter.category ?? ''}
          options={categories.map(({ code, name }) => ({ value: code, label: textIn(name, locale) }))}
        />
      )}
      {tags.length > 0 && (
        <SelectField
          name="tag"
          label={m['registration.guest.tags']()}
          placeholder={m['registration.list.all']()}
          defaultValue={filter.tag}
          options={tags.map((tag) => ({ value: tag, label: tag }))}
        />
      )}
      {answers.length > 0 && (
        <SelectField
          name="answer"
          label={m['questions.list.answer']()}
          placeholder={m['registration.list.all']()}
          defaultValue={filter.answer}
          options={[]}
        >
          {answers.map(({ label, options }) => (
            <optgroup key={label} label={label}>
              {options.map((option) => (
                <option key={option.value} value={option.value}>
                  {`${label}: ${option.label}`}
                </option>
              ))}
            </optgroup>
          ))}
        </SelectField>
      )}
      <CheckboxField name="vip" label={m['registration.guest.vip-short']()} defaultChecked={filter.vip} />
      <details>
        <summary>{m['registration.list.columns']()}</summary>
        <fieldset className="stack tight">
          <legend className="visually-hidden">{m['registration.list.columns']()}</legend>
          {listColumns.map((column) => (
            <CheckboxField
              key={column}
              name="cols"
              value={column}
              label={columnNames[column]()}
              defaultChecked={(filter.cols.length > 0 ? filter.cols : usualColumns).includes(column)}
            />
          ))}
        </fieldset>
      </details>
    </SearchForm>
  )
}
