import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pictureWidths } from '#app/features/pictures/domain/picture-widths.ts'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { TextPair } from '#app/organize/text-pair.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { pictureFile } from '#app/ui/picture.tsx'
import { editInitiativePicture } from '../../domain/media/edit-initiative-picture.server.ts'
import { getInitiativePicture } from '../../domain/media/initiative-pictures.server.ts'
import { pictureWordsSchema } from '../../initiatives.schema.ts'
import { formTools } from '../form-fields.ts'
import { pictureValues, staleFields } from '../form-values.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { initiativeTitle } from '../initiative-frame.tsx'
import { PartPage } from '../parts/part-page.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(data ? textIn(data.name, getLocale()) : '', data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  const { id, width, height, alt, caption, credit } = await getInitiativePicture(
    initiative.id,
    params.image ?? '',
  )
  const texts = { alt, caption, credit }
  const values = pictureValues(texts)
  const size = { width, height, shown: pictureWidths(width).find((one) => one >= 960) ?? width }
  return data({ desk, id, name: alt, size, values, base: footprint(values), stale: staleFields(texts) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const stored = await getInitiativePicture(initiative.id, params.image ?? '')
  const form = await formOrRestored(request, {
    initiativeId: initiative.id,
    verbs: ['initiative-picture.edited'],
    subjectId: stored.id,
    stored,
    valuesOf: pictureValues,
  })
  const back = `${path}/pictures`
  return saveMerged(form, {
    schema: pictureWordsSchema,
    stored,
    valuesOf: pictureValues,
    save: async ({ data: words }, { revision }) => {
      const at = { initiativeId: initiative.id, pictureId: stored.id, revision }
      return (await editInitiativePicture(ctx, { ...at, words })) ? redirect(back, 303) : nothingChanged(back)
    },
  })
}

const fields = [
  { name: 'alt', label: m['recap.pictures.alt-short'], hint: m['pictures.cover.alt-hint'] },
  { name: 'caption', label: m['initiatives.form.caption'] },
  { name: 'credit', label: m['recap.pictures.credit'], hint: m['recap.pictures.credit-hint'] },
]

/** What is said of a picture; another image is another picture. */
export default function OnePicture() {
  const { desk, id, name, size, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const tools = formTools(refused, values)
  return (
    <PartPage
      desk={desk}
      kind="pictures"
      id={id}
      name={name}
      base={base}
      refused={refused}
      above={
        <img
          className="picture-large"
          src={pictureFile(id, size.shown)}
          width={size.width}
          height={size.height}
          alt={textIn(name, getLocale())}
        />
      }
    >
      {fields.map(({ name: field, label, hint }) => (
        <TextPair
          key={field}
          tools={tools}
          name={field}
          label={label()}
          {...(hint && { hint: hint() })}
          stale={stale.includes(field)}
        />
      ))}
    </PartPage>
  )
}
