import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { pictureRefusals } from '#app/features/pictures/cover.schema.ts'
import { fieldsOf, PictureFileField } from '#app/features/pictures/organize/cover-fields.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedInitiative } from '#app/organize/organized-initiative.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import {
  addInitiativePicture,
  listInitiativePictures,
} from '../../domain/media/initiative-pictures.server.ts'
import { initiativePictureSchema } from '../../initiatives.schema.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.pictures'](), data?.desk.name)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { initiative, desk } = await initiativeDesk(request, params)
  return data({ desk, pictures: await listInitiativePictures(initiative.id) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, initiative, path } = await organizedInitiative(request, params)
  const form = await readForm(request, initiativePictureSchema)
  if (!form.ok) return refuse(form)
  const { picture, use, ...words } = form.data
  try {
    const image = new Uint8Array(await picture.arrayBuffer())
    await addInitiativePicture(ctx, { initiativeId: initiative.id, use, image, words })
  } catch (error) {
    return refuseAt(error, form, { ...pictureRefusals, 'pictures-too-many': 'picture' })
  }
  return redirect(`${path}/pictures`, 303)
}

/** The picture that an initiative opens with, and its others. */
export default function AllPictures() {
  const { desk, pictures } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const home = `/organize/initiatives/${desk.slug}/pictures`
  return (
    <InitiativeFrame desk={desk} current="pictures" title={m['initiatives.tab.pictures']()}>
      <ul className="focus-cuts">
        {pictures.map(({ id, use, width, height, alt }) => (
          <li key={id} className="stack tight">
            <img
              src={pictureFile(id, Math.min(480, width))}
              width={240}
              height={Math.round((240 * height) / width)}
              alt={textIn(alt, getLocale())}
            />
            <span className="small soft">
              {use === 'cover' && <Badge>{m['initiatives.desk.cover']()}</Badge>}{' '}
              <a href={`${home}/${id}`}>
                <Translated value={alt} />
              </a>
            </span>
            <form method="post" action={`${home}/${id}/removal`}>
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
      <NewPicture refused={refused} isFirst={pictures.length === 0} />
    </InitiativeFrame>
  )
}

type NewPictureProps = { refused: Parameters<typeof fieldsOf>[0]; isFirst: boolean }

function NewPicture({ refused, isFirst }: NewPictureProps) {
  const field = fieldsOf(refused)
  const texts = {
    alt: { label: m['recap.pictures.alt-short'](), hint: m['pictures.cover.alt-hint'](), required: true },
    caption: { label: m['initiatives.form.caption'](), required: false },
    credit: {
      label: m['recap.pictures.credit'](),
      hint: m['recap.pictures.credit-hint'](),
      required: false,
    },
  }
  return (
    <form method="post" encType="multipart/form-data" className="form" noValidate>
      <h2 className="title-m">{m['initiatives.desk.add-pictures']()}</h2>
      <FaultList errors={refused?.errors} />
      <PictureFileField refused={refused} hint={m['initiatives.form.picture-hint']()} />
      <RadioGroup
        name="use"
        label={m['initiatives.form.use']()}
        error={field('use').error}
        defaultValue={String(refused?.values.use ?? (isFirst ? 'cover' : 'gallery'))}
        options={[
          { value: 'cover', label: m['initiatives.form.use-cover']() },
          { value: 'gallery', label: m['initiatives.form.use-gallery']() },
        ]}
      />
      {(['alt', 'caption', 'credit'] as const).map((name) => {
        const { label, ...rest } = texts[name]
        return (
          <div className="pair" key={name}>
            <TextField
              {...field(`${name}.vi`)}
              {...rest}
              label={m['organize.form.in-vietnamese']({ label })}
              lang="vi"
              autoComplete="off"
            />
            <TextField
              {...field(`${name}.en`)}
              {...rest}
              label={m['organize.form.in-english']({ label })}
              lang="en"
              autoComplete="off"
            />
          </div>
        )
      })}
      <p>
        <Button>{m['initiatives.desk.add-pictures']()}</Button>
      </p>
    </form>
  )
}
