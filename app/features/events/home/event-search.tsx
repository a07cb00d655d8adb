import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { eventKindWord } from '#app/public/code-labels.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { SelectField } from '#app/ui/fields/field.tsx'
import { SearchForm } from '#app/ui/search-form.tsx'
import type { EventQuery } from '../domain/listing/event-query.ts'
import type { EventChoices } from '../domain/listing/found-events.server.ts'

type EventSearchProps = { query: EventQuery; choices: EventChoices; isAsked: boolean }

/** Words and filters over all events: a plain form, whose answer has an address. */
export function EventSearch({ query, choices, isAsked }: EventSearchProps) {
  const locale = getLocale()
  const { cities, hosts, kinds, years } = choices
  const isNarrowed = [query.when, query.city, query.kind, query.host].some((one) => one !== null)
  const when = [
    { value: 'coming', label: m['public.home.upcoming']() },
    { value: 'past', label: m['public.home.past']() },
    ...years.map((year) => ({ value: String(year), label: String(year) })),
  ]
  return (
    <SearchForm
      address={publicPath.home(locale)}
      q={query.q}
      label={m['public.find.words']()}
      isFiltered={isAsked}
    >
      <details className="event-filters" open={isNarrowed}>
        <summary>{m['public.find.filters']()}</summary>
        <div className="event-filter-fields">
          <SelectField
            name="when"
            label={m['public.find.when']()}
            placeholder={m['public.find.any-time']()}
            defaultValue={query.when ?? ''}
            options={when}
          />
          <SelectField
            name="city"
            label={m['public.find.city']()}
            placeholder={m['public.find.any-city']()}
            defaultValue={query.city ?? ''}
            options={cities.map(({ key, name }) => ({ value: key, label: textIn(name, locale) }))}
          />
          <SelectField
            name="kind"
            label={m['public.find.kind']()}
            placeholder={m['public.find.any-kind']()}
            defaultValue={query.kind ?? ''}
            options={kinds.map((kind) => ({ value: kind, label: eventKindWord(kind) }))}
          />
          <SelectField
            name="host"
            label={m['public.find.host']()}
            placeholder={m['public.find.any-host']()}
            defaultValue={query.host ?? ''}
            options={hosts.map(({ slug, name }) => ({ value: slug, label: textIn(name, locale) }))}
          />
        </div>
      </details>
    </SearchForm>
  )
}
