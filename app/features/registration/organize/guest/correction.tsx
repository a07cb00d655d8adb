import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { FormVersions } from '#app/organize/versions-panel.tsx'
import { m } from '#app/paraglide/messages.js'
import { footprint } from '#app/shared/forms/merge.ts'
import { saveMerged } from '#app/shared/forms/merged-form.server.ts'
import { refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { Button } from '#app/ui/button.tsx'
import { correctRegistration } from '../../domain/guests/correct-registration.server.ts'
import { getGuest, listGuestTags } from '../../domain/guests/guests.server.ts'
import { isChangeable } from '../../domain/lifecycle/category-change.ts'
import { guestPlace } from '../list-place.ts'
import { GuestFields } from './guest-fields.tsx'
import { guestSchema } from './guest-form.schema.ts'
import { guestFormValues } from './guest-form-values.ts'
import { GuestTrail } from './guest-trail.tsx'

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  eventTitle(data?.name ?? m['registration.guest.correct'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const guest = await getGuest(ctx, event.id, params.registration ?? '')
  const [categories, known] = await Promise.all([categoriesOf(event), listGuestTags(event.id)])
  const values = guestFormValues(guest)
  return data({
    name: guest.name,
    values,
    base: footprint(values),
    known,
    categories: categories.map(({ code, name }) => ({ code, name })),
    mayMove: isChangeable(guest.state),
    page: guestPlace(event.slug, guest.id, new URL(request.url).searchParams),
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const guest = await getGuest(ctx, event.id, params.registration ?? '')
  const page = guestPlace(event.slug, guest.id, new URL(request.url).searchParams)
  const { answered, errors, values } = await readAnswered(request)
  return saveMerged(request, {
    schema: guestSchema,
    stored: guest,
    valuesOf: guestFormValues,
    save: async (form, { revision }) => {
      try {
        const { vip: isVip, ...written } = form.data
        const correction = { eventId: event.id, registrationId: guest.id, revision }
        const performed = await performAct(ctx, {
          act: {
            eventId: event.id,
            verb: 'registration.corrected',
            subjectName: written.name,
            freesSeats: true,
          },
          answered,
          work: () => correctRegistration(ctx, { ...correction, details: { ...written, isVip } }),
        })
        if (!performed.done) {
          const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
          return refuse(shown, { preview: performed.preview }, previewStatus(errors))
        }
        return performed.actId ? redirect(page.guest, 303) : nothingChanged(page.guest)
      } catch (error) {
        return refuseAt(error, form, { 'category-full': 'category', 'category-missing': 'category' })
      }
    },
  })
}

export default function Correction() {
  const { name, values, base, known, categories, mayMove, page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  return (
    <DeskPage title={<span translate="no">{name}</span>}>
      <GuestTrail page={page} name={name} />
      <Form method="post" noValidate className="form">
        <FormVersions refused={refused} base={base} />
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.form.save']()} />
        )}
        <GuestFields
          refused={refused}
          initial={values}
          known={known}
          categories={categories}
          mayMove={mayMove}
        />
        {!preview && (
          <p className="action-bar">
            <Button>{m['organize.form.save']()}</Button>
          </p>
        )}
      </Form>
    </DeskPage>
  )
}
