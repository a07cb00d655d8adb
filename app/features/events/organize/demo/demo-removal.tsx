import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { type MetaFunction, useActionData, useLoaderData } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { listOpenActs } from '#app/features/acts/domain/acts.server.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { listDemoEvents, removeDemoEvents } from '#app/features/events/domain/demo/demo-events.server.ts'
import { getOrganization } from '#app/features/organizations/domain/organizations.server.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { FaultList } from '#app/organize/fault-list.tsx'
import { OpenActs } from '#app/organize/open-acts.tsx'
import { deskContext } from '#app/organize/organized-event.server.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { extendFormMessages } from '#app/shared/forms/form-messages.ts'
import { readForm, refuse } from '#app/shared/forms/read-form.server.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { requireOrganizationRight } from '#app/shared/permissions/permissions.server.ts'
import { formatDays } from '#app/shared/time/format.ts'
import { Button, ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { demoSchema } from './demo.schema.ts'

extendFormMessages({ 'organize.demo.none-chosen': m['organize.demo.none-chosen'] })

export const meta: MetaFunction = () => [{ title: m['organize.demo.title']() }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const ctx = await deskContext(request)
  const { id, slug } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'members.edit', id)
  const [events, acts] = await Promise.all([listDemoEvents(ctx), listOpenActs(ctx, { organizationId: id })])
  return data({ slug, events, acts: acts.filter(({ verb }) => verb === 'demo.removed') })
}

/** Removes the demo events that were ticked, all in one act. */
export async function action({ request, params }: ActionFunctionArgs) {
  const ctx = await deskContext(request)
  const { id: organizationId, slug } = await getOrganization(params.organization ?? '')
  await requireOrganizationRight(ctx, 'members.edit', organizationId)
  const form = await readForm(request, demoSchema)
  if (!form.ok) return refuse(form)
  await performAct(ctx, {
    act: { organizationId, verb: 'demo.removed' },
    answered: unasked,
    work: () => removeDemoEvents(ctx, { organizationId, eventIds: form.data.events }),
  })
  return redirect(`/organize/organizations/${slug}/demo`, 303)
}

export default function DemoRemoval() {
  const { events, acts } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage
      title={m['organize.demo.title']()}
      banner={acts.length > 0 && <OpenActs acts={acts} timeZone={null} />}
    >
      {events.length === 0 ? (
        <EmptyState title={m['organize.demo.gone']()}>
          <ButtonLink href="/organize/events/new">{m['organize.events.create']()}</ButtonLink>
        </EmptyState>
      ) : (
        <form method="post" className="form">
          <FaultList errors={refused?.errors} />
          <p className="measure">{m['organize.demo.about']()}</p>
          <fieldset className="field">
            <legend>{m['organize.demo.which']()}</legend>
            <div className="choices">
              {events.map((event, at) => (
                <DemoChoice key={event.id} event={event} isFirst={at === 0} />
              ))}
            </div>
          </fieldset>
          <p>
            <Button variant="danger">{m['organize.demo.remove']()}</Button>
          </p>
        </form>
      )}
    </DeskPage>
  )
}

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['events'][number]

/** One that people worked with is not ticked until somebody does so, knowing what of theirs goes. */
function DemoChoice({ event, isFirst }: { event: Listed; isFirst: boolean }) {
  const locale = getLocale()
  const { id, title, startsAt, endsAt, timeZone, guests, changes } = event
  const isTouched = guests + changes > 0
  return (
    <label className="choice">
      <input
        type="checkbox"
        name="events"
        id={isFirst ? 'events' : `events-${id}`}
        value={id}
        defaultChecked={!isTouched}
      />
      <span className="choice-text">
        <span>
          {textIn(title, locale)}
          <span className="faint small"> · {formatDays(startsAt, endsAt, timeZone, locale)}</span>
        </span>
        {isTouched && <span className="field-hint">{m['organize.demo.added']({ guests, changes })}</span>}
      </span>
    </label>
  )
}
