import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { type MetaFunction, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { noteKindName } from '#app/features/notes/note-labels.ts'
import { DeskPage } from '#app/organize/desk-page.tsx'
import { EventState, eventTitle } from '#app/organize/event-frame.tsx'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { useEventFrame } from '#app/organize/use-desk.ts'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { publicPath } from '#app/shared/pages/public-paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import { listEventTies } from '../../domain/lineage/event-ties.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  eventTitle(m['initiatives.desk.title'](), matches)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event } = await organizedEvent(request, params, 'event.edit')
  return data({ initiatives: await listEventTies(event.id) })
}

type Tied = Awaited<ReturnType<typeof listEventTies>>[number]

/** Which initiatives name this event, its sessions or its notes; each tie can be undone from here. */
export default function EventInitiatives() {
  const { initiatives } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={m['initiatives.desk.title']()}>
      <p className="measure soft">{m['initiatives.ties.lead']()}</p>
      {initiatives.length === 0 && (
        <EmptyState title={m['initiatives.ties.none']()}>
          <p>{m['initiatives.ties.none-hint']()}</p>
        </EmptyState>
      )}
      {initiatives.map((one) => (
        <InitiativeTies key={one.id} {...one} />
      ))}
    </DeskPage>
  )
}

function InitiativeTies(tied: Tied) {
  const { slug, name, publishedAt, bodies } = tied
  const locale = getLocale()
  const home = `/organize/events/${useEventFrame().slug}/initiatives/${slug}`
  const heading = `initiative-${slug}`
  return (
    <section className="stack snug" aria-labelledby={heading}>
      <h2 className="title-m" id={heading}>
        {publishedAt ? (
          <a href={publicPath.initiative(locale, slug)}>
            <Translated value={name} />
          </a>
        ) : (
          <Translated value={name} />
        )}
      </h2>
      <p className="cluster soft">
        {new Intl.ListFormat(locale).format(bodies.map((body) => textIn(body, locale)))}
        <EventState published={publishedAt !== null} cancelled={false} />
      </p>
      <DataTable
        caption={textIn(name, locale)}
        captionHidden
        columns={columns(home, textIn(name, locale))}
        rows={tiesOf(tied)}
        rowKey={({ path }) => path}
      />
    </section>
  )
}

type Row = { path: string; how: string; what: string; label: ReactNode }

function tiesOf({ isOrigin, isOutcome, sessions, notes }: Tied): Row[] {
  const locale = getLocale()
  const [event, itself] = [m['initiatives.ties.event'](), m['initiatives.ties.itself']()]
  const [origin, outcome] = [m['initiatives.ties.origin'](), m['initiatives.ties.outcome']()]
  return [
    ...(isOrigin ? [{ path: 'origin', how: origin, what: event, label: itself }] : []),
    ...notes.map(({ id, kind, text }) => ({
      path: `notes/${id}`,
      how: m['initiatives.ties.note'](),
      what: textIn(text, locale),
      label: (
        <>
          <Badge>{noteKindName(kind)}</Badge> <Translated value={text} />
        </>
      ),
    })),
    ...(isOutcome ? [{ path: 'outcome', how: outcome, what: event, label: itself }] : []),
    ...sessions.map(({ id, title }) => ({
      path: `sessions/${id}`,
      how: outcome,
      what: textIn(title, locale),
      label: <Translated value={title} />,
    })),
  ]
}

function columns(home: string, initiative: string): Column<Row>[] {
  return [
    { key: 'what', header: m['initiatives.ties.named'](), names: true, cell: ({ label }) => label },
    { key: 'how', header: m['initiatives.ties.how'](), cell: ({ how }) => how },
    {
      key: 'untying',
      header: m['initiatives.ties.untie'](),
      actions: true,
      cell: ({ path, what }) => (
        <form method="post" action={`${home}/${path}/removal`}>
          <Button variant="plain" aria-label={m['initiatives.ties.untie-name']({ initiative, what })}>
            {m['initiatives.ties.untie']()}
          </Button>
        </form>
      ),
    },
  ]
}
