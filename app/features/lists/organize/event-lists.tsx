import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { CheckboxField } from '#app/ui/fields/field.tsx'
import { listChoices, offerLists } from '../domain/offered-lists.server.ts'
import { offeredSchema } from '../lists.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['lists.offered.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  return data({ choices: await listChoices(ctx, event.id) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, offeredSchema)
  if (!form.ok) throw new Refusal('form-unreadable', 'invalid')
  const path = `/organize/events/${event.slug}/promotion/lists`
  return (await offerLists(ctx, event.id, form.data.lists)) ? redirect(path, 303) : nothingChanged(path)
}

/** Which lists of the hosts the registration form offers; nobody's box is ticked for them. */
export default function EventLists() {
  const frame = useEventFrame()
  const { choices } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['lists.offered.title']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/promotion`}>
          {m['organize.event.promotion']()}
        </a>
      </p>
      <p className="measure soft">{m['lists.offered.lead']()}</p>
      {choices.length === 0 ? (
        <EmptyState title={m['lists.desk.none']()}>
          <p>{m['lists.offered.none']()}</p>
        </EmptyState>
      ) : (
        <form method="post" className="form">
          <fieldset className="stack tight">
            <legend>{m['lists.offered.legend']()}</legend>
            {choices.map(({ id, title, organization, isOffered }) => (
              <CheckboxField
                key={id}
                name="lists"
                value={id}
                label={`${textIn(title, getLocale())} · ${organization}`}
                defaultChecked={isOffered}
              />
            ))}
          </fieldset>
          <p>
            <Button>{m['organize.form.save']()}</Button>
          </p>
        </form>
      )}
    </DeskPage>
  )
}
