import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import * as z from 'zod/mini'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { rolesAtEvent } from '#app/shared/permissions/permissions.server.ts'
import { roleMay } from '#app/shared/permissions/rights.ts'
import { formatDay } from '#app/shared/time/format.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { SelectField } from '#app/ui/fields/field.tsx'
import {
  listChoosableNotes,
  listChoosableSessions,
  listTiableEvents,
} from '../../domain/lineage/lineage-choices.server.ts'
import { initiativeDesk } from '../initiative-desk.server.ts'
import { InitiativeFrame, initiativeTitle } from '../initiative-frame.tsx'
import { Choices } from './choices.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  initiativeTitle(m['initiatives.tab.lineage'](), data?.desk.name)

const querySchema = z.object({ event: z.optional(z.string()) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { ctx, initiative, desk } = await initiativeDesk(request, params)
  const { id, bornAtId } = initiative
  const events = await listTiableEvents(ctx, id, bornAtId)
  const query = z.safeParse(querySchema, Object.fromEntries(new URL(request.url).searchParams))
  const at = events.find((one) => one.isOwn && one.slug === (query.success ? query.data.event : ''))
  const mayChoose =
    bornAtId !== null && (await rolesAtEvent(ctx, bornAtId)).some((role) => roleMay(role, 'notes.approve'))
  const [notes, sessions] = await Promise.all([
    listChoosableNotes(ctx, mayChoose ? bornAtId : null, id),
    at ? listChoosableSessions(at.id, id) : [],
  ])
  return data({ desk, bornAtId, events, notes, sessions, at: at ? { id: at.id, slug: at.slug } : null })
}

/** What an initiative came of, and what came of it: each tie is made by who may edit both sides. */
export default function LineagePage() {
  const { desk, bornAtId, events, notes, sessions, at } = useLoaderData<typeof loader>()
  const locale = getLocale()
  const home = `/organize/initiatives/${desk.slug}/lineage`
  const label = ({ title, startsAt, timeZone }: (typeof events)[number]) =>
    `${textIn(title, locale)} (${formatDay(startsAt, timeZone, locale)})`
  return (
    <InitiativeFrame desk={desk} current="lineage" title={m['initiatives.tab.lineage']()}>
      <p className="measure soft">{m['initiatives.lineage-desk.lead']()}</p>
      <form method="post" action={`${home}/origin`} className="form">
        <h2 className="title-m">{m['initiatives.lineage-desk.origin']()}</h2>
        <SelectField
          name="event"
          label={m['initiatives.lineage-desk.event']()}
          hint={m['initiatives.lineage-desk.event-hint']()}
          defaultValue={bornAtId ?? ''}
          options={[
            { value: '', label: m['initiatives.lineage-desk.no-event']() },
            ...events
              .filter(({ id, isOwn }) => isOwn || id === bornAtId)
              .map((one) => ({ value: one.id, label: label(one) })),
          ]}
        />
        <p>
          <Button variant="quiet">{m['organize.form.save']()}</Button>
        </p>
      </form>
      <Choices
        action={`${home}/notes`}
        title={m['initiatives.lineage-desk.notes']()}
        hint={m['initiatives.lineage-desk.notes-lead']()}
        rows={notes.map(({ id, kind, text, chosen }) => ({
          id,
          chosen,
          label: (
            <>
              <Badge>{noteKindName(kind)}</Badge>{' '}
              {text ? textIn(text, locale) : m['initiatives.lineage-desk.others-note']()}
            </>
          ),
        }))}
      />
      <Choices
        action={`${home}/events`}
        title={m['initiatives.lineage-desk.events']()}
        hint={m['initiatives.lineage-desk.events-lead']()}
        rows={events
          .filter(({ id }) => id !== bornAtId)
          .map((one) => ({ id: one.id, chosen: one.cameOf, label: label(one) }))}
      />
      <form className="form" action={`${home}#sessions`}>
        <h2 className="title-m" id="sessions">
          {m['initiatives.lineage-desk.sessions']()}
        </h2>
        <SelectField
          name="event"
          id="session-event"
          key={at?.slug ?? ''}
          label={m['initiatives.lineage-desk.sessions-of']()}
          defaultValue={at?.slug ?? ''}
          options={events.filter(({ isOwn }) => isOwn).map((one) => ({ value: one.slug, label: label(one) }))}
        />
        <p>
          <Button variant="quiet">{m['initiatives.lineage-desk.show-sessions']()}</Button>
        </p>
      </form>
      {at && (
        <Choices
          action={`${home}/sessions`}
          title={null}
          hint={m['initiatives.lineage-desk.sessions-lead']()}
          eventId={at.id}
          rows={sessions.map(({ id, title, chosen }) => ({ id, chosen, label: textIn(title, locale) }))}
        />
      )}
    </InitiativeFrame>
  )
}
