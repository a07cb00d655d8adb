import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { CoverWords, fieldsOf } from '#app/features/pictures/organize/cover-fields.tsx'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { getFilm } from '../../domain/films.server.ts'
import { editStill, getStill, type StoredStill } from '../../domain/stills/stills.server.ts'
import { stillWordsSchema } from './film-form.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['films.desk.still-words'](), matches)

const stillFormValues = ({ alt, credit }: Pick<StoredStill, 'alt' | 'credit'>) => ({
  alt: inBoth(alt),
  credit: inBoth(credit),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const { slug } = await getFilm(event.id, params.film ?? '')
  const still = await getStill({ eventId: event.id, slug, stillId: params.still ?? '' })
  const { id, width, height } = still
  const values = stillFormValues(still)
  return data({ slug, still: { id, width, height }, values, base: footprint(values) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const { slug } = await getFilm(event.id, params.film ?? '')
  const of = { eventId: event.id, slug, stillId: params.still ?? '' }
  const list = `/organize/events/${event.slug}/films/${slug}/stills`
  return saveMerged(request, {
    schema: stillWordsSchema,
    stored: await getStill(of),
    valuesOf: stillFormValues,
    save: async ({ data: words }, { revision }) =>
      (await editStill(ctx, { ...of, ...words, revision })) ? redirect(list, 303) : nothingChanged(list),
  })
}

/** What a still shows, and whose it is. */
export default function StillWords() {
  const frame = useEventFrame()
  const { slug, still, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={m['films.desk.still-words']()}>
      <p>
        <a className="breadcrumb" href={`/organize/events/${frame.slug}/films/${slug}/stills`}>
          {m['films.desk.stills-title']()}
        </a>
      </p>
      <img
        className="picture-large"
        src={pictureFile(still.id, Math.min(960, still.width))}
        width={still.width}
        height={still.height}
        alt=""
      />
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <CoverWords field={fieldsOf(refused, values)} />
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
