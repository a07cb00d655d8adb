import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { chooseMainVenue } from '#app/features/venues/domain/choose-main-venue.server.ts'
import { editVenue } from '#app/features/venues/domain/edit-venue.server.ts'
import { getVenue } from '#app/features/venues/domain/find-venue.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { formOrRestored } from '#app/organize/restored-form.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { isStale, textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { VenueFields, venueRefusals } from './venue-fields.tsx'
import { venueSchema } from './venue-form.schema.ts'
import { venueDetailsOf, venueFormValues } from './venue-form-values.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['venues.desk.one'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  const venue = await getVenue(event.id, params.venue ?? '')
  const { name, city, wayThere, entrance, parking } = venue
  const values = venueFormValues(venue)
  return data({
    id: venue.id,
    slug: venue.slug,
    name,
    address: venue.address,
    isMain: venue.isMain,
    isPublic: event.publishedAt !== null,
    values,
    base: footprint(values),
    stale: Object.entries({ name, city, wayThere, entrance, parking }).flatMap(([field, text]) =>
      isStale(text) ? [field] : [],
    ),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'event.edit')
  const venue = await getVenue(event.id, params.venue ?? '')
  const at = { eventId: event.id, venueId: venue.id }
  const { answered, errors, values } = await readAnswered(request)
  const of = { stored: venue, valuesOf: venueFormValues }
  const restored = { eventId: event.id, verbs: ['venue.edited'], subjectId: venue.id, ...of }
  return saveMerged(await formOrRestored(request, restored), {
    schema: venueSchema,
    ...of,
    save: async (form, seen) => {
      try {
        const performed = await performAct(ctx, {
          act: { eventId: event.id, verb: 'venue.edited', subjectName: textIn(venue.name, ctx.locale) },
          answered,
          work: async () => {
            await editVenue(ctx, { ...at, seen, details: venueDetailsOf(form.data) })
            if (form.data.isMain && !seen.isMain) await chooseMainVenue(ctx, at)
          },
        })
        if (!performed.done) {
          const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
          return refuse(shown, { preview: performed.preview }, previewStatus(errors))
        }
        const list = `/organize/events/${event.slug}/venues#venue-${venue.id}`
        return performed.actId ? redirect(list, 303) : nothingChanged(list)
      } catch (error) {
        return refuseAt(error, form, venueRefusals)
      }
    },
  })
}

export default function VenuePage() {
  const frame = useEventFrame()
  const { id, slug, name, address, isMain, isPublic, values, base, stale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const locale = getLocale()
  return (
    <DeskPage
      title={textIn(name, locale) || address || m['venues.desk.unnamed']()}
      actions={
        <>
          {isPublic && (
            <ButtonLink variant="quiet" href={publicPath.venue(locale, frame.slug, slug)}>
              {m['venues.desk.public']()}
            </ButtonLink>
          )}
          {!isMain && (
            <form method="post" action={`/organize/events/${frame.slug}/venues/${id}/removal`}>
              <Button variant="danger">{m['venues.desk.remove']()}</Button>
            </form>
          )}
        </>
      }
    >
      {isMain && (
        <p>
          <Badge>{m['venues.desk.main']()}</Badge>
        </p>
      )}
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.form.save']()} />
        )}
        <VenueFields refused={refused} initial={values} stale={stale} main={isMain ? 'is' : 'may'} />
        {!preview && (
          <p>
            <Button>{m['organize.form.save']()}</Button>
          </p>
        )}
      </Form>
    </DeskPage>
  )
}
