import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { listSpokenFor } from '../domain/quota-right.server.ts'
import { listQuotas } from '../domain/quotas.server.ts'
import { QuotaFigures } from './quota-figures.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches }) => eventTitle(m['quotas.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, event } = await organizedEvent(request, params, 'registrations.manage')
  return data({
    maySet: event.may('hosts.edit'),
    timeZone: event.timeZone,
    startsAt: event.startsAt,
    own: await listSpokenFor(ctx),
    quotas: await listQuotas(event.id),
  })
}

/** The places of all hosts in figures. */
export default function Quotas() {
  const frame = useEventFrame()
  const { maySet, timeZone, startsAt, own, quotas } = useLoaderData<typeof loader>()
  const setting = `/organize/events/${frame.slug}/quotas/places`
  const action = maySet && <ButtonLink href={setting}>{m['quotas.set.title']()}</ButtonLink>
  return (
    <DeskPage title={m['quotas.title']()} actions={quotas.length > 0 && action}>
      <p className="soft measure">{m['quotas.lead']()}</p>
      {quotas.length > 0 ? (
        <QuotaFigures
          quotas={quotas}
          timeZone={timeZone}
          startsAt={startsAt}
          own={own}
          slug={frame.slug}
          setting={maySet ? setting : null}
        />
      ) : (
        <EmptyState title={m['quotas.none']()} action={action}>
          <p>{m['quotas.none-lead']()}</p>
        </EmptyState>
      )}
    </DeskPage>
  )
}
