import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { instantOfLocal, localOfInstant } from '#app/features/events/domain/local-time.server.ts'
import { listHosts } from '#app/features/organizations/domain/organizations.server.ts'
import { ActPreviewPanel } from '#app/organize/act-preview-panel.tsx'
import { readAnswered } from '#app/organize/answered-form.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { categoriesOf, organizedEvent } from '#app/organize/organized-event.server.ts'
import { previewIn, previewStatus } from '#app/organize/preview-answer.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { plainTools } from '#app/shared/forms/plain-tools.ts'
import { readForm, refuse, refuseField } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { nothingChanged } from '#app/shared/http/nothing-changed.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { zoneCity } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { DateTimeField, SelectField, TextField } from '#app/ui/fields/field.tsx'
import { listQuotas } from '../domain/quotas.server.ts'
import { setQuota } from '../domain/set-quota.server.ts'
import { quotaSchema } from './quota.schema.ts'
import { BackToQuotas } from './quota-parts.tsx'

extendFormMessages({
  'quotas.refusal.over-seats': m['quotas.refusal.over-seats'],
  'quotas.refusal.below-guests': m['quotas.refusal.below-guests'],
  'quotas.refusal.released': m['quotas.refusal.released'],
  'quotas.refusal.release-time': m['quotas.refusal.release-time'],
})

const faults = {
  'quota-over-seats': { field: 'reserved', message: 'quotas.refusal.over-seats' },
  'quota-below-guests': { field: 'reserved', message: 'quotas.refusal.below-guests' },
  'quota-released': { field: 'reserved', message: 'quotas.refusal.released' },
  'quota-release-time': { field: 'releasesAt', message: 'quotas.refusal.release-time' },
  'category-missing': { field: 'category', message: 'shared.form.choose' },
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['quotas.set.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'hosts.edit')
  const [hosts, categories, quotas] = await Promise.all([
    listHosts(event.id),
    categoriesOf(event),
    listQuotas(event.id),
  ])
  const asked = new URL(request.url).searchParams.get('quota')
  const chosen = quotas.find(({ id }) => id === asked)
  return data({
    timeZone: event.timeZone,
    hosts: hosts.map(({ organizationId: id, name }) => ({ id, name })),
    categories: categories.map(({ id, name }) => ({ id, name })),
    initial: {
      organization: chosen?.organizationId ?? '',
      category: chosen?.categoryId ?? '',
      reserved: chosen ? String(chosen.reserved) : '',
      releasesAt: chosen?.releasesAt ? localOfInstant(chosen.releasesAt, event.timeZone) : '',
    },
  })
}

/** Fewer places may be seats for those who wait: who would be told is looked at before. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'hosts.edit')
  const { answered, errors, values } = await readAnswered(request)
  const form = await readForm(request, quotaSchema)
  if (!form.ok) return refuse(form)
  const { organization, category, reserved, releasesAt: local } = form.data
  const releasesAt = local === '' ? null : instantOfLocal(local, event.timeZone)
  if (typeof releasesAt === 'string')
    return refuse(refuseField(form, 'releasesAt', 'quotas.refusal.release-time'))
  const host = (await listHosts(event.id)).find(({ organizationId }) => organizationId === organization)
  try {
    const performed = await performAct(ctx, {
      act: {
        eventId: event.id,
        verb: 'quota.set',
        subjectName: textIn(host?.name ?? {}, ctx.locale),
        freesSeats: true,
      },
      answered,
      work: () =>
        setQuota(ctx, {
          eventId: event.id,
          organizationId: organization,
          categoryId: category,
          reserved,
          releasesAt,
        }),
    })
    if (!performed.done) {
      const shown = { ok: false as const, errors, values: { ...form.values, ...values } }
      return refuse(shown, { preview: performed.preview }, previewStatus(errors))
    }
    const page = `/organize/events/${event.slug}/quotas`
    return performed.actId ? redirect(page, 303) : nothingChanged(page)
  } catch (error) {
    return refuseAt(error, form, faults)
  }
}

export default function SetPlaces() {
  const frame = useEventFrame()
  const { hosts, categories, initial, timeZone } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const preview = previewIn(refused)
  const { field } = plainTools(refused, initial)
  const named = (rows: typeof hosts) =>
    rows.map(({ id, name }) => ({ value: id, label: textIn(name, getLocale()) }))
  return (
    <DeskPage title={m['quotas.set.title']()}>
      <BackToQuotas slug={frame.slug} />
      <p className="soft measure">{m['quotas.set.lead']()}</p>
      <Form method="post" noValidate className="form">
        {refused && !preview && <FaultList errors={refused.errors} />}
        {preview && refused && (
          <ActPreviewPanel preview={preview} refused={refused} action={m['organize.form.save']()} />
        )}
        <SelectField {...field('organization')} label={m['quotas.host']()} options={named(hosts)} />
        <SelectField {...field('category')} label={m['quotas.category']()} options={named(categories)} />
        <TextField
          {...field('reserved')}
          label={m['quotas.reserved']()}
          className="input-short"
          inputMode="numeric"
          required
        />
        <DateTimeField
          {...field('releasesAt')}
          label={m['quotas.set.releases']()}
          hint={m['quotas.set.releases-hint']({ timeZone: zoneCity(timeZone, getLocale()) })}
          optional
        />
        {!preview && (
          <p>
            <Button>{m['organize.form.save']()}</Button>
          </p>
        )}
      </Form>
    </DeskPage>
  )
}
