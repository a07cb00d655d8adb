import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { languageWord } from '#app/public/code-labels.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Button } from '#app/ui/button.tsx'
import { RadioGroup, TextField } from '#app/ui/fields/field.tsx'
import { getGuest } from '../domain/guest-invitations.server.ts'
import { requireOwnQuota } from '../domain/quota-right.server.ts'
import { replaceGuest } from '../domain/replace-guest.server.ts'
import { replacementSchema } from './invite.schema.ts'
import { BackToGuests } from './quota-parts.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['quotas.replace.title'](), matches)

async function opened({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  const quota = await requireOwnQuota(ctx, event.id, params.quota ?? '')
  return { ctx, event, quota, guest: await getGuest(quota.id, params.guest ?? '') }
}

export async function loader(args: LoaderFunctionArgs) {
  const { quota, guest } = await opened(args)
  const { name, state, locale } = guest
  return data({ quota: quota.id, organization: quota.organization, name, state, locale })
}

/** Two people are written to, whoever leaves and whoever comes: that is looked at first, and can be taken back. */
export async function action(args: ActionFunctionArgs) {
  const { ctx, event, quota, guest } = await opened(args)
  const { answered, errors, values } = await readAnswered(args.request)
  const form = await readForm(args.request, replacementSchema)
  if (!form.ok) return refuse(form)
  try {
    const performed = await performAct(ctx, {
      act: {
        eventId: event.id,
        verb: 'quota.replaced',
        subjectName: textIn(quota.organization, ctx.locale),
        freesSeats: true,
      },
      answered,
      work: () => replaceGuest(ctx, { eventId: event.id, quotaId: quota.id, id: guest.id, by: form.data }),
    })
    if (!performed.done) {
      const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
      return refuse(shown, { preview: performed.preview }, previewStatus(errors))
    }
    const page = `/organize/events/${event.slug}/quotas/${quota.id}`
    return performed.actId ? redirect(page, 303) : nothingChanged(page)
  } catch (error) {
    const fields = { 'guest-known': 'email', 'guest-unreachable': 'email' }
    return refuseAt(error, form, fields, { otherwise: 'form' })
  }
}

const told = {
  open: m['quotas.replace.open'],
  accepted: m['quotas.replace.accepted'],
  declined: m['quotas.replace.declined'],
  withdrawn: m['quotas.replace.over'],
  released: m['quotas.replace.over'],
}

/** Another guest gets the place of one: in one step, so that nobody else can. */
export default function Replacement() {
  const frame = useEventFrame()
  const { quota, organization, name, state, locale } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const { field, values } = plainTools(refused, { language: locale })
  return (
    <DeskPage title={m['quotas.replace.title']()}>
      <BackToGuests slug={frame.slug} quota={quota} organization={organization} />
      <p className="soft measure">{told[state]({ name })}</p>
      <form method="post" noValidate className="form">
        {refused && !preview && <FaultList errors={refused.errors} />}
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['quotas.replace.action']()} />
        )}
        <TextField {...field('name')} label={m['registration.list.name']()} autoComplete="off" required />
        <TextField
          {...field('email')}
          label={m['registration.list.email']()}
          type="email"
          inputMode="email"
          autoComplete="off"
          required
        />
        <TextField
          {...field('organization')}
          label={m['registration.form.organization']()}
          autoComplete="off"
          optional
        />
        <TextField
          {...field('position')}
          label={m['registration.form.position']()}
          autoComplete="off"
          optional
        />
        <RadioGroup
          name="language"
          label={m['quotas.replace.language']()}
          defaultValue={String(values.language ?? locale)}
          options={[
            { value: 'vi', label: languageWord('vi') },
            { value: 'en', label: languageWord('en') },
          ]}
        />
        {!preview && (
          <p>
            <Button>{m['quotas.replace.action']()}</Button>
          </p>
        )}
      </form>
    </DeskPage>
  )
}
