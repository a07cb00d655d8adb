import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { filmTitle } from '#app/features/agenda/domain/film-title.ts'
import { pictureRefusals } from '#app/features/pictures/cover.schema.ts'
import { CoverWords, fieldsOf, PictureFileField } from '#app/features/pictures/organize/cover-fields.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { getFilm } from '../../domain/films.server.ts'
import { addStill } from '../../domain/stills/stills.server.ts'
import { stillSchema } from './film-form.schema.ts'

extendFormMessages({ 'shared.refusal.stills-too-many': m['shared.refusal.stills-too-many'] })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.desk.stills-title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const { slug, stills, ...film } = await getFilm(event.id, params.film ?? '')
  return data({ slug, stills, title: filmTitle(film) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { slug } = await getFilm(event.id, params.film ?? '')
  const form = await readForm(request, stillSchema)
  if (!form.ok) return refuse(form)
  const { picture, ...words } = form.data
  try {
    const image = new Uint8Array(await picture.arrayBuffer())
    await addStill(ctx, { eventId: event.id, slug, image, ...words })
  } catch (error) {
    return refuseAt(error, form, { ...pictureRefusals, 'stills-too-many': 'picture' })
  }
  return redirect(`/organize/events/${event.slug}/films/${slug}/stills`, 303)
}

/** The stills of a film; the first one stands beside its title. */
export default function FilmStillsDesk() {
  const frame = useEventFrame()
  const { slug, stills, title } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/events/${frame.slug}/films/${slug}`
  return (
    <DeskPage title={m['films.desk.stills-title']()}>
      <p>
        <a className="breadcrumb" href={home}>
          <Translated value={title} />
        </a>
      </p>
      {stills.length > 0 && (
        <ul className="focus-cuts">
          {stills.map(({ id, width, height, alt }) => (
            <li key={id} className="stack tight">
              <img
                src={pictureFile(id, Math.min(480, width))}
                width={240}
                height={Math.round((240 * height) / width)}
                alt={textIn(alt, getLocale())}
              />
              <a className="small" href={`${home}/stills/${id}`}>
                {textIn(alt, getLocale())}
              </a>
              <form method="post" action={`${home}/stills/${id}/removal`}>
                <Button
                  variant="plain"
                  aria-label={m['initiatives.desk.remove-name']({ name: textIn(alt, getLocale()) })}
                >
                  {m['initiatives.desk.remove']()}
                </Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" encType="multipart/form-data" className="form" noValidate>
        <h2 className="title-m">{m['films.desk.add-still']()}</h2>
        <p className="measure soft">{m['films.desk.stills-lead']()}</p>
        <FaultList errors={refused?.errors} />
        <PictureFileField refused={refused} hint={m['films.desk.still-hint']()} />
        <CoverWords field={fieldsOf(refused)} />
        <p>
          <Button>{m['films.desk.add-still']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
