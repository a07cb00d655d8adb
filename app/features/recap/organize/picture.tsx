import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { Refusal } from '#app/shared/errors.ts'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt, valueAt } from '#app/shared/forms/form-values.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth, type TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { editPicture } from '../domain/edit-pictures.server.ts'
import { listPictures } from '../domain/pictures.server.ts'
import { pictureSchema } from './picture.schema.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['recap.pictures.words'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'recap.edit')
  const found = (await listPictures(event.id)).find((one) => one.id === params.picture)
  if (!found) throw new Refusal('picture-missing', 'missing')
  const { id, width, height, widths } = found
  const values = pictureFormValues(found)
  return data({ picture: { id, width, height, widths }, values, base: footprint(values) })
}

type Words = Record<'caption' | 'alt' | 'credit', TranslatedText>
const pictureFormValues = ({ caption, alt, credit }: Words) => ({
  caption: inBoth(caption),
  alt: inBoth(alt),
  credit: inBoth(credit),
})

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'recap.edit')
  const stored = (await listPictures(event.id)).find((one) => one.id === params.picture)
  if (!stored) throw new Refusal('picture-missing', 'missing')
  return saveMerged(request, {
    schema: pictureSchema,
    stored,
    valuesOf: pictureFormValues,
    save: async ({ data: words }, { id, revision }) => {
      const isChanged = await editPicture(ctx, { eventId: event.id, pictureId: id, revision, words })
      const list = `/organize/events/${event.slug}/recap/pictures#picture-${id}`
      return isChanged ? redirect(list, 303) : nothingChanged(list)
    },
  })
}

const labels = {
  alt: m['recap.pictures.alt-short'],
  caption: m['recap.pictures.caption'],
  credit: m['recap.pictures.credit'],
}

export default function Picture() {
  const frame = useEventFrame()
  const { picture, values: stored, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const values = refused?.values ?? stored
  const field = (name: string) => {
    const found = faultAt(refused?.errors, name)
    const error = found && messageFor(found.message)
    return { name, defaultValue: String(valueAt(values, name) ?? ''), error }
  }
  const usual = picture.widths.find((one) => one >= 960) ?? picture.widths.at(-1) ?? picture.width
  return (
    <DeskPage title={m['recap.pictures.words']()}>
      <a className="breadcrumb" href={`/organize/events/${frame.slug}/recap/pictures`}>
        {m['recap.pictures.title']()}
      </a>
      <img
        className="picture-large"
        src={pictureFile(picture.id, usual)}
        width={picture.width}
        height={picture.height}
        alt={String(valueAt(values, 'alt.vi') ?? '')}
      />
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        <p className="field-hint">{m['recap.pictures.alt-hint']()}</p>
        {(['alt', 'caption', 'credit'] as const).map((name) => {
          const label = labels[name]()
          // One name may do for both: without the other, readers find this one.
          const hint = name === 'credit' ? m['recap.pictures.credit-hint']() : undefined
          return (
            <div className="pair" key={name}>
              <TextField
                {...field(`${name}.vi`)}
                label={m['organize.form.in-vietnamese']({ label })}
                hint={hint}
                lang="vi"
              />
              <TextField
                {...field(`${name}.en`)}
                label={m['organize.form.in-english']({ label })}
                hint={hint}
                lang="en"
              />
            </div>
          )
        })}
        <p>
          <Button>{m['organize.form.save']()}</Button>
        </p>
      </Form>
    </DeskPage>
  )
}
