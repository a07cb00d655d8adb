import { TextPair } from '#app/organize/text-pair.tsx'
import { registrationStateName } from '#app/organize/vocabulary-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { type PlainTools, plainTools } from '#app/shared/forms/plain-tools.ts'
import type { Refused } from '#app/shared/forms/use-schema-form.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { formatCount } from '#app/shared/time/format.ts'
import { announcementGroups, sessionTies } from '#app/shared/vocabulary.ts'
import { CheckboxField, SelectField } from '#app/ui/fields/field.tsx'
import { groupName, tieName } from '../announcement-labels.ts'
import type { AudienceChoices } from './announcement-choices.server.ts'

extendFormMessages({ 'announcements.form.subject-missing': m['announcements.form.subject-missing'] })

type FieldsProps = {
  refused: Refused | undefined
  initial: Refused['values']
  choices: AudienceChoices
  /** How many were picked in the list. */
  picked: number
  stale?: readonly string[]
}

/** What is said, to whom, and whether readers find it too; checked on the server only. */
export function AnnouncementFields({ refused, initial, choices, picked, stale = [] }: FieldsProps) {
  const tools = plainTools(refused, initial)
  return (
    <>
      <TextPair
        tools={tools}
        name="subject"
        label={m['announcements.form.subject']()}
        stale={stale.includes('subject')}
        required
      />
      <TextPair
        tools={tools}
        name="text"
        label={m['announcements.form.text']()}
        rows={8}
        prose
        hint={m['announcements.form.text-hint']()}
        stale={stale.includes('text')}
      />
      <AudienceFields tools={tools} choices={choices} picked={picked} />
      <CheckboxField
        {...tools.choice('isPublic')}
        label={m['announcements.form.is-public']()}
        hint={m['announcements.form.is-public-hint']()}
      />
    </>
  )
}

type AudienceProps = Pick<FieldsProps, 'choices' | 'picked'> & { tools: PlainTools }

function AudienceFields({ tools: { field, choice }, choices, picked }: AudienceProps) {
  const locale = getLocale()
  const { states, categories, sessions } = choices
  return (
    <>
      <fieldset className="field">
        <legend>{m['announcements.form.audience']()}</legend>
        {announcementGroups.map((group) => (
          <CheckboxField key={group} {...choice(`to.${group}`)} label={groupName(group)} />
        ))}
      </fieldset>
      {picked > 0 && (
        <CheckboxField
          {...choice('picked')}
          label={m['announcements.form.picked']({ count: formatCount(picked, locale) })}
        />
      )}
      <fieldset className="field">
        <legend>{m['announcements.form.in-states']()}</legend>
        <div className="cluster">
          {states.map(({ state, count }) => (
            <CheckboxField
              key={state}
              {...choice(`states.${state}`)}
              label={`${registrationStateName(state)} (${formatCount(count, locale)})`}
            />
          ))}
        </div>
      </fieldset>
      {categories.length > 1 && (
        <fieldset className="field">
          <legend>{m['announcements.form.categories']()}</legend>
          <p className="field-hint">{m['announcements.form.all-categories']()}</p>
          <div className="cluster">
            {categories.map(({ id, name }) => (
              <CheckboxField key={id} {...choice(`categories.${id}`)} label={textIn(name, locale)} />
            ))}
          </div>
        </fieldset>
      )}
      {sessions.length > 0 && (
        <>
          <SelectField
            {...field('session')}
            label={m['announcements.form.session']()}
            hint={m['announcements.form.session-hint']()}
            placeholder={m['announcements.form.all-sessions']()}
            options={sessions.map(({ id, label }) => ({ value: id, label }))}
          />
          <SelectField
            {...field('tie')}
            label={m['announcements.form.tie']()}
            options={sessionTies.map((tie) => ({ value: tie, label: tieName(tie) }))}
          />
        </>
      )}
    </>
  )
}
