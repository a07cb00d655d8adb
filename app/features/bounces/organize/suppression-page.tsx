import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { Form, type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { kindNames } from '#app/organize/mail-labels.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { viewerOf } from '#app/organize/organizer-frame.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { messageFor } from '#app/shared/forms/form-messages.ts'
import { faultAt } from '#app/shared/forms/form-values.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { refuseAt } from '#app/shared/forms/refuse-at.server.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { formatDateTime, formatDay } from '#app/shared/time/format.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextArea } from '#app/ui/fields/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { liftSuppression } from '../domain/lift-suppression.server.ts'
import { getSuppression, listBouncesOf, type ShownSuppression } from '../domain/suppressions.server.ts'
import { causeNames, causeTones, scopeNames, verdictNames, zone } from './bounce-labels.ts'
import { liftSchema } from './lift.schema.ts'
import { CausingMail, Words } from './suppressions-table.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.suppression.email ?? '' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const { id, slug } = await getOrganization(params.organization ?? '')
  const suppression = await getSuppression(ctx, id, params.suppression ?? '')
  const [viewer, history] = await Promise.all([viewerOf(ctx), listBouncesOf(id, suppression.email)])
  const own = viewer.organizations.find((one) => one.slug === slug)
  const maySend = own !== undefined && roleMay(own.role, 'outbox.send')
  return data({
    list: `/organize/organizations/${slug}/suppressions`,
    suppression,
    history,
    mayLift: maySend && suppression.mayLift && suppression.liftedAt === null,
  })
}

export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { id: organizationId, slug } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'outbox.send', organizationId)
  const { id: suppressionId } = await getSuppression(ctx, organizationId, params.suppression ?? '')
  const form = await readForm(request, liftSchema)
  if (!form.ok) return refuse(form)
  try {
    await liftSuppression(ctx, { organizationId, suppressionId, reason: form.data.reason })
    return redirect(`/organize/organizations/${slug}/suppressions`, 303)
  } catch (error) {
    return refuseAt(error, form, { 'suppression-lifted': 'reason' })
  }
}

/** One address that is not written to: the mail that caused it, what the other host said, and the way back. */
export default function SuppressionPage() {
  const { list, suppression, history, mayLift } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={<span translate="no">{suppression.email}</span>}>
      <p>
        <a className="breadcrumb" href={list}>
          {m['bounces.one.back']()}
        </a>
      </p>
      <Facts suppression={suppression} />
      {history.length > 0 && (
        <DataTable
          caption={m['bounces.one.history']()}
          columns={historyColumns()}
          rows={history}
          rowKey={({ id }) => id}
        />
      )}
      {mayLift && <LiftForm isComplaint={suppression.cause === 'complaint'} />}
      {!suppression.mayLift && <Notice>{m['shared.refusal.suppression-others']()}</Notice>}
    </DeskPage>
  )
}

function Facts({ suppression }: { suppression: ShownSuppression }) {
  const { cause, scope, createdAt, words, status, liftedAt, liftedBy, liftedReason } = suppression
  const day = (at: Date) => formatDay(at, zone, getLocale())
  return (
    <DescriptionList
      entries={[
        {
          term: m['bounces.list.why'](),
          value: (
            <span className="cluster snug">
              <StateMark tone={causeTones[cause]}>{causeNames[cause]()}</StateMark>
              {scopeNames[scope]()}
            </span>
          ),
        },
        { term: m['bounces.list.since'](), value: day(createdAt) },
        { term: m['bounces.list.mail'](), value: <CausingMail suppression={suppression} /> },
        {
          term: m['bounces.list.said'](),
          value: words && <Words words={words.includes(status) ? words : `${status} ${words}`} />,
        },
        { term: m['bounces.list.lifted'](), value: liftedAt && day(liftedAt) },
        { term: m['bounces.list.lifted-by'](), value: liftedBy },
        { term: m['bounces.list.reason'](), value: liftedReason },
      ]}
    />
  )
}

function LiftForm({ isComplaint }: { isComplaint: boolean }) {
  const refused = useActionData<typeof action>()
  const fault = faultAt(refused?.errors, 'reason')
  return (
    <section className="stack snug" aria-labelledby="lift">
      <h2 className="title-m" id="lift">
        {m['bounces.one.lift-title']()}
      </h2>
      <p className="measure soft">
        {isComplaint ? m['bounces.one.lift-complaint']() : m['bounces.one.lift-lead']()}
      </p>
      <Form method="post" noValidate className="form">
        <FaultList errors={refused?.errors} />
        <TextArea
          name="reason"
          rows={2}
          maxLength={500}
          label={m['bounces.one.reason']()}
          hint={m['bounces.one.reason-hint']()}
          defaultValue={String(refused?.values.reason ?? '')}
          error={fault && messageFor(fault.message)}
          required
        />
        <p>
          <Button>{m['bounces.one.lift']()}</Button>
        </p>
      </Form>
    </section>
  )
}

type Bounced = Awaited<ReturnType<typeof listBouncesOf>>[number]

function historyColumns(): Column<Bounced>[] {
  return [
    {
      key: 'when',
      header: m['bounces.reports.received'](),
      names: true,
      cell: ({ receivedAt }) => (
        <time className="figures" dateTime={receivedAt.toISOString()}>
          {formatDateTime(receivedAt, zone, getLocale())}
        </time>
      ),
    },
    {
      key: 'mail',
      header: m['bounces.list.mail'](),
      cell: ({ kind, mailId, eventSlug }) =>
        eventSlug ? (
          <a href={`/organize/events/${eventSlug}/outbox/${mailId}`}>{kindNames[kind]()}</a>
        ) : (
          kindNames[kind]()
        ),
    },
    {
      key: 'verdict',
      header: m['bounces.list.why'](),
      cell: ({ verdict }) => verdictNames[verdict](),
    },
    { key: 'said', header: m['bounces.list.said'](), cell: ({ words }) => <Words words={words} /> },
  ]
}
