import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { Refusal } from '#app/shared/errors.ts'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { inBoth, textIn } from '#app/shared/i18n/translated-text.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/fields/field.tsx'
import { FieldGroup } from '#app/ui/fields/field-group.tsx'
import { pictureFile } from '#app/ui/picture.tsx'
import { coverSchema, pressWidth } from '../cover.schema.ts'
import { type Cover, editCover, findCover } from '../domain/cover.server.ts'
import { pictureWidths } from '../domain/picture-widths.ts'
import { pressedFocus } from '../pressed-focus.ts'
import { CoverWords, fieldsOf } from './cover-fields.tsx'
import { NewCoverForm } from './new-cover-form.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['pictures.cover.title'](), matches)

const coverFormValues = ({ alt, credit, focalX, focalY }: Cover) => ({
  alt: inBoth(alt),
  credit: inBoth(credit),
  focalX: String(focalX),
  focalY: String(focalY),
})

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const cover = await findCover(event.id)
  if (!cover) return data({ cover: null, values: {}, base: '' })
  const { id, width, height, focalX, focalY, alt } = cover
  const values = coverFormValues(cover)
  const shown = { id, width, height, focalX, focalY, alt, widths: pictureWidths(width) }
  return data({ cover: shown, values, base: footprint(values) })
}

/** What is said about the cover, and where it is cut: by numbers, or by pressing the picture. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const stored = await findCover(event.id)
  if (!stored) throw new Refusal('picture-missing', 'missing')
  return saveMerged(request, {
    schema: coverSchema,
    stored,
    valuesOf: coverFormValues,
    save: async ({ data: { press, ...typed } }, { revision }) => {
      const pressed = pressedFocus(press, stored, pressWidth)
      const details = { ...typed, ...pressed }
      const isChanged = await editCover(ctx, { eventId: event.id, revision, details })
      const page = `/organize/events/${event.slug}/cover${pressed ? '#focus' : ''}`
      return isChanged ? redirect(page, 303) : nothingChanged(page)
    },
  })
}

export default function CoverPage() {
  const frame = useEventFrame()
  const { cover } = useLoaderData<typeof loader>()
  const home = `/organize/events/${frame.slug}/cover`
  return (
    <DeskPage
      title={m['pictures.cover.title']()}
      actions={
        cover && (
          <>
            <ButtonLink variant="quiet" href={`${home}/picture`}>
              {m['pictures.cover.replace']()}
            </ButtonLink>
            <form method="post" action={`${home}/removal`}>
              <Button variant="danger">{m['pictures.cover.remove']()}</Button>
            </form>
          </>
        )
      }
    >
      <p className="measure soft">{m['pictures.cover.lede']()}</p>
      {cover ? <CoverForm /> : <NewCoverForm slug={frame.slug} refused={undefined} />}
    </DeskPage>
  )
}

function CoverForm() {
  const { cover, values, base } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const field = fieldsOf(refused, values)
  if (!cover) return null
  const file = pictureFile(cover.id, cover.widths[1] ?? cover.width)
  const percent = { type: 'number', min: 0, max: 100, step: 1, className: 'input-short', required: true }
  return (
    <form method="post" noValidate className="form" data-kept>
      <FormVersions refused={refused} base={base} />
      <FieldGroup legend={m['pictures.focus.title']()}>
        <p className="field-hint" id="focus" tabIndex={-1}>
          {m['pictures.focus.hint']()}
        </p>
        <div className="focus-picture">
          <input
            type="image"
            name="press"
            src={file}
            width={pressWidth}
            height={Math.round((pressWidth * cover.height) / cover.width)}
            alt={m['pictures.focus.press']()}
          />
          <span
            className="focus-mark"
            aria-hidden="true"
            style={{ insetInlineStart: `${cover.focalX}%`, insetBlockStart: `${cover.focalY}%` }}
          />
        </div>
        <div className="cluster">
          <TextField {...field('focalX')} {...percent} label={m['pictures.focus.across']()} />
          <TextField {...field('focalY')} {...percent} label={m['pictures.focus.down']()} />
        </div>
        <Cuts cover={cover} />
      </FieldGroup>
      <FieldGroup legend={m['pictures.cover.about']()}>
        <CoverWords field={field} />
      </FieldGroup>
      <p>
        <Button>{m['organize.form.save']()}</Button>
      </p>
    </form>
  )
}

type Shown = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['cover']>

/** How the picture is cut where it stands. */
function Cuts({ cover }: { cover: Shown }) {
  const cuts = [
    { key: 'wide', label: m['pictures.cut.page']() },
    { key: 'card', label: m['pictures.cut.card']() },
    { key: 'share', label: m['pictures.cut.share']() },
  ]
  return (
    <ul className="focus-cuts">
      {cuts.map(({ key, label }) => (
        <li key={key} className="stack tight">
          <img
            className={`cut-${key}`}
            src={pictureFile(cover.id, cover.widths[0] ?? cover.width)}
            alt={textIn(cover.alt, getLocale())}
            style={{ objectPosition: `${cover.focalX}% ${cover.focalY}%` }}
          />
          <span className="small soft">{label}</span>
        </li>
      ))}
    </ul>
  )
}
