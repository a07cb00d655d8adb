import { kindLabels } from '#app/features/supporters/kind-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import type { PlainTools } from '#app/shared/forms/plain-tools.ts'
import { countryName } from '#app/shared/i18n/country-name.ts'
import { formatCount } from '#app/shared/time/format.ts'
import type { SupporterKind } from '#app/shared/vocabulary.ts'
import { CheckboxField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'

type Props = {
  tools: PlainTools
  rows: string[]
  listsAddress: string
  lists: { id: string; title: string; confirmed: number }[]
  events: { id: string; title: string }[]
  countries: string[]
  initiatives: { id: string; name: string; kinds: SupporterKind[] }[]
}

/** The lists by which people are reached, which of them, and how fast. */
export function AudienceFields({ tools, rows, listsAddress, lists, events, countries, initiatives }: Props) {
  const locale = getLocale()
  return (
    <>
      <SelectField
        {...tools.field('event')}
        label={m['campaigns.form.event']()}
        hint={m['campaigns.form.event-hint']()}
        options={[
          { value: '', label: m['campaigns.form.no-event']() },
          ...events.map(({ id, title }) => ({ value: id, label: title })),
        ]}
      />
      <FieldGroup legend={m['campaigns.audience.lists']()}>
        <p className="field-hint">{m['campaigns.audience.lists-hint']()}</p>
        {lists.map(({ id, title, confirmed }) => (
          <CheckboxField
            key={id}
            {...tools.choice(`lists.${id}`)}
            label={m['campaigns.audience.list']({ list: title, count: formatCount(confirmed, locale) })}
          />
        ))}
        {lists.length === 0 && <a href={listsAddress}>{m['campaigns.audience.no-lists']()}</a>}
      </FieldGroup>
      <FieldGroup legend={m['campaigns.audience.conditions']()}>
        <SelectField
          {...tools.field('match')}
          label={m['campaigns.audience.match']()}
          options={[
            { value: 'all', label: m['campaigns.audience.match-all']() },
            { value: 'any', label: m['campaigns.audience.match-any']() },
          ]}
        />
        <ConditionRows
          tools={tools}
          rows={rows}
          choices={choicesOf({ lists, events, countries, initiatives })}
        />
      </FieldGroup>
      <FieldGroup legend={m['campaigns.audience.speed']()}>
        <div className="pair">
          <TextField
            {...tools.field('perHour')}
            label={m['campaigns.audience.per-hour']()}
            hint={m['campaigns.audience.speed-hint']()}
            inputMode="numeric"
            autoComplete="off"
          />
          <TextField
            {...tools.field('perDomainHour')}
            label={m['campaigns.audience.per-domain-hour']()}
            inputMode="numeric"
            autoComplete="off"
          />
        </div>
      </FieldGroup>
    </>
  )
}

type Choice = { value: string; label: string }

type Choosable = Pick<Props, 'lists' | 'events' | 'countries' | 'initiatives'>

/** What can be true of a contact, or not. */
function choicesOf({ lists, events, countries, initiatives }: Choosable): Choice[] {
  return [
    { value: '', label: m['campaigns.condition.none']() },
    ...events.flatMap(({ id, title }) => [
      { value: `registered:${id}`, label: m['campaigns.condition.registered']({ event: title }) },
      { value: `seated:${id}`, label: m['campaigns.condition.seated']({ event: title }) },
      { value: `speaker:${id}`, label: m['campaigns.condition.speaker']({ event: title }) },
    ]),
    ...initiatives.flatMap(({ id, name, kinds }) => [
      { value: `supporter:${id}`, label: m['campaigns.condition.supporter']({ initiative: name }) },
      ...kinds.map((kind) => ({
        value: `supporter:${id}:${kind}`,
        label: m['campaigns.condition.supporter-kind']({ initiative: name, kind: kindLabels[kind]() }),
      })),
    ]),
    { value: 'language:vi', label: m['campaigns.condition.vi']() },
    { value: 'language:en', label: m['campaigns.condition.en']() },
    ...countries.map((code) => ({
      value: `country:${code}`,
      label: m['campaigns.condition.country']({ country: countryName(code, getLocale()) }),
    })),
    ...lists.map(({ id, title }) => ({
      value: `list:${id}`,
      label: m['campaigns.condition.list']({ list: title }),
    })),
  ]
}

function ConditionRows({ tools, rows, choices }: Pick<Props, 'tools' | 'rows'> & { choices: Choice[] }) {
  return rows.map((row) => (
    <div className="pair" key={row}>
      <SelectField
        {...tools.field(`conditions.${row}.not`)}
        label={m['campaigns.condition.is-label']({ number: String(Number(row) + 1) })}
        options={[
          { value: '', label: m['campaigns.condition.is']() },
          { value: 'not', label: m['campaigns.condition.is-not']() },
        ]}
      />
      <SelectField
        {...tools.field(`conditions.${row}.what`)}
        label={m['campaigns.condition.label']({ number: String(Number(row) + 1) })}
        options={choices}
      />
    </div>
  ))
}
