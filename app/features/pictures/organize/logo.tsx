import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup } from '#app/ui/fields/field.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { pictureRefusals } from '../cover.schema.ts'
import { findLogos, saveLogo } from '../domain/logos.server.ts'
import { logoSizes } from '../domain/picture-image.server.ts'
import { logoSchema } from '../logo.schema.ts'
import { fieldsOf, PictureFileField } from './cover-fields.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${m['pictures.logo.title']()} · ${textIn(data.name, getLocale())}` : '' },
]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const { id, slug, name } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', id)
  const [logos, acts] = await Promise.all([findLogos(id), listOpenActs(ctx, { organizationId: id })])
  return data({ slug, name, logos, acts: acts.filter(({ verb }) => verb.startsWith('logo.')) })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { id: organizationId, slug, shortName } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'organization.edit', organizationId)
  const form = await readForm(request, logoSchema)
  if (!form.ok) return refuse(form)
  const { picture, ground } = form.data
  try {
    const made = await logoSizes(new Uint8Array(await picture.arrayBuffer()))
    await performAct(ctx, {
      act: { organizationId, verb: 'logo.saved', subjectName: shortName },
      answered: unasked,
      work: () => saveLogo(ctx, { organizationId, ground, made }),
    })
  } catch (error) {
    return refuseAt(error, form, pictureRefusals)
  }
  return redirect(`/organize/organizations/${slug}/logo`, 303)
}

export default function LogoPage() {
  const { slug, name, logos, acts } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const title = m['pictures.logo.of']({ organization: textIn(name, getLocale()) })
  const grounds = [
    { ground: 'logo', label: m['pictures.logo.on-light'](), file: logos.light },
    { ground: 'logo-dark', label: m['pictures.logo.on-dark'](), file: logos.dark },
  ] as const
  const shown = grounds.filter(({ file }) => file !== null)
  return (
    <DeskPage title={title} banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}>
      <p className="measure soft">{m['pictures.logo.lede']()}</p>
      {shown.length > 0 && (
        <ul className="logo-desk">
          {shown.map(({ ground, label, file }) => (
            <li key={ground} className="stack tight">
              <span className={`logo-ground ${ground}`}>
                {file && (
                  <img
                    src={pictureFile(file.id, file.width)}
                    width={file.width}
                    height={file.height}
                    alt={label}
                  />
                )}
              </span>
              <form method="post" action={`/organize/organizations/${slug}/logo/${ground}/removal`}>
                <Button variant="plain">{m['pictures.logo.remove']({ ground: label })}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" encType="multipart/form-data" className="form">
        <FaultList errors={refused?.errors} />
        <RadioGroup
          name="ground"
          label={m['pictures.logo.ground']()}
          error={fieldsOf(refused)('ground').error}
          defaultValue={String(refused?.values.ground ?? (logos.light && !logos.dark ? 'logo-dark' : 'logo'))}
          options={grounds.map(({ ground, label }) => ({ value: ground, label }))}
        />
        <PictureFileField refused={refused} hint={m['pictures.logo.file-hint']()} />
        <p>
          <Button>{m['pictures.logo.send']()}</Button>
        </p>
      </form>
    </DeskPage>
  )
}
