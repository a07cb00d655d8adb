import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { AgendaTabs } from '#app/organize/tabs/agenda-tabs.tsx'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { getPlaceRules } from '../domain/places/get-place-rules.server.ts'
import { setPlaceRules } from '../domain/places/set-place-rules.server.ts'
import { placeRulesOf, placeRulesSchema, placeRulesValues } from './place-rules.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['own-agenda.rules.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const { rules, ...of } = await rulesWithBoxes(event)
  const values = placeRulesValues(rules, of)
  const named = ({ id, name }: (typeof of.categories)[number] | (typeof of.tracks)[number]) => ({ id, name })
  return data({
    values,
    base: footprint(values),
    categories: of.categories.map(named),
    tracks: of.tracks.map(named),
  })
}

async function rulesWithBoxes(event: { id: string }) {
  const [rules, categories, tracks] = await Promise.all([
    getPlaceRules(event.id),
    categoriesOf(event),
    listTracks(event.id),
  ])
  return { rules, categories, tracks }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { rules: stored, ...of } = await rulesWithBoxes(event)
  return saveMerged(request, {
    schema: placeRulesSchema,
    stored,
    valuesOf: (rules) => placeRulesValues(rules, of),
    save: async (form, seen) => {
      const rules = placeRulesOf(form.data)
      const page = `/organize/events/${event.slug}/agenda/places`
      return (await setPlaceRules(ctx, { eventId: event.id, seen, rules }))
        ? redirect(page, 303)
        : nothingChanged(page)
    },
  })
}

/** How many seats in sessions a guest may have, and which sessions their category opens to them. */
export default function PlaceRulesPage() {
  const frame = useEventFrame()
  const { values: stored, base, categories, tracks } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? stored
  const locale = getLocale()
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    return {
      name,
      defaultValue: String(valueAt(values, name) ?? ''),
      error: found && messageFor(found.message),
    }
  }
  return (
    <DeskPage title={m['own-agenda.rules.title']()}>
      <AgendaTabs event={frame.slug} current="list" />
      <p className="soft measure">{m['own-agenda.rules.lead']()}</p>
      <form method="post" noValidate className="form" data-kept>
        <FormVersions refused={refused} base={base} />
        <FaultList errors={refused?.errors} />
        <TextField
          {...field('perGuest')}
          label={m['own-agenda.rules.per-guest']()}
          hint={m['own-agenda.rules.per-guest-hint']()}
          inputMode="numeric"
          className="input-short"
          optional
        />
        <TextField
          {...field('perSession')}
          label={m['own-agenda.rules.per-session']()}
          hint={m['own-agenda.rules.per-session-hint']()}
          inputMode="numeric"
          className="input-short"
          optional
        />
        {tracks.length > 0 &&
          categories.map((category) => (
            <FieldGroup
              key={category.id}
              legend={m['own-agenda.rules.opens']({ category: textIn(category.name, locale) })}
            >
              <p className="field-hint">{m['own-agenda.rules.opens-hint']()}</p>
              {tracks.map((track) => {
                const name = `opens.${category.id}.${track.id}`
                return (
                  <CheckboxField
                    key={track.id}
                    name={name}
                    label={textIn(track.name, locale)}
                    defaultChecked={valueAt(values, name) === 'on'}
                  />
                )
              })}
            </FieldGroup>
          ))}
        <p className="action-bar">
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
