import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { Button } from '#app/ui/button.tsx'
import { addFilm } from '../../domain/save-film.server.ts'
import { listSections } from '../../domain/sections/sections.server.ts'
import { FilmFields, filmRefusals } from './film-fields.tsx'
import { filmSchema } from './film-form.schema.ts'
import { filmMeant } from './film-meant.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['films.desk.add'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const sections = await listSections(event.id)
  return data({ sections: sections.map(({ id, name }) => ({ id, name })) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const form = await readForm(request, filmSchema)
  if (!form.ok) return refuse(form)
  const meant = await filmMeant(ctx, event.id, form)
  if (!meant.ok) return refuse(meant)
  const { ok, ...film } = meant
  try {
    const slug = await addFilm(ctx, { eventId: event.id, ...film })
    return redirect(`/organize/events/${event.slug}/films/${slug}?saved`, 303)
  } catch (error) {
    return refuseAt(error, form, filmRefusals)
  }
}

/** A film that is not there yet. */
export default function NewFilm() {
  const frame = useEventFrame()
  const { sections } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['films.desk.add']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/films`}>
          {m['films.desk.title']()}
        </a>
      </p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <FilmFields refused={refused} initial={{}} sections={sections} />
        <p className="action-bar">
          <Button>{m['films.desk.add']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
