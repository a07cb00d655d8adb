import { useLocation, useMatches } from '@remix-run/react'
import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { DeskView, EventFrameView } from './event-frame.server.ts'
import { type EventPart, groupedParts, type PartGroup, partAt } from './event-parts.ts'
import { OpenActs } from './open-acts.tsx'
import type { Viewer } from './organizer-frame.server.ts'
import { OrganizerFrame } from './organizer-frame.tsx'
import { deskRoute } from './use-desk.ts'

const labels: Record<EventPart, () => string> = {
  overview: () => m['organize.event.overview'](),
  agenda: () => m['organize.event.agenda'](),
  films: () => m['organize.event.films'](),
  venues: () => m['organize.event.venues'](),
  people: () => m['organize.event.people'](),
  invitations: () => m['organize.event.invitations'](),
  answers: () => m['organize.event.answers'](),
  registrations: () => m['organize.event.registrations'](),
  categories: () => m['organize.event.categories'](),
  questions: () => m['questions.desk.title'](),
  quotas: () => m['organize.event.quotas'](),
  security: () => m['organize.event.security'](),
  live: () => m['organize.event.live'](),
  floor: () => m['organize.event.floor'](),
  notes: () => m['organize.event.notes'](),
  actions: () => m['organize.event.actions'](),
  recap: () => m['organize.event.recap'](),
  feedback: () => m['organize.event.feedback'](),
  initiatives: () => m['initiatives.desk.title'](),
  promotion: () => m['organize.event.promotion'](),
  announcements: () => m['organize.event.announcements'](),
  settings: () => m['organize.event.settings'](),
  hosts: () => m['organize.event.hosts'](),
  outbox: () => m['organize.event.outbox'](),
  activity: () => m['organize.event.activity'](),
}

const groupLabels: Record<PartGroup, () => string> = {
  prepare: () => m['organize.group.prepare'](),
  guests: () => m['organize.group.guests'](),
  day: () => m['organize.group.day'](),
  after: () => m['organize.group.after'](),
  setup: () => m['organize.group.setup'](),
}

type DeskFrameProps = { desk: DeskView; children: ReactNode }

/** What stands around a page of the desk: an event's frame for who sees it, else that of the organizer. */
export function DeskFrame({ desk: { viewer, event }, children }: DeskFrameProps) {
  if (!viewer) return children
  if (!event) return <OrganizerFrame viewer={viewer}>{children}</OrganizerFrame>
  return (
    <EventFrame viewer={viewer} event={event}>
      {children}
    </EventFrame>
  )
}

type SaysMails = { saysStuckMails?: boolean } | null | undefined
type EventFrameProps = { viewer: Viewer; event: EventFrameView; children: ReactNode }

/** The desk of one event: its parts at the side, what is stuck above, the page below. */
function EventFrame({ viewer, event, children }: EventFrameProps) {
  const home = `/organize/events/${event.slug}`
  const current = partAt(useLocation().pathname.slice(home.length))
  // A page that says it by itself is not told again.
  const isSaid = useMatches().some(({ data }) => (data as SaysMails)?.saysStuckMails)
  const sections = groupedParts(event.parts).map(({ group, parts }) => ({
    label: groupLabels[group](),
    links: parts.map(({ part, path }) => ({
      href: home + path,
      label: labels[part](),
      current: part === current,
      count: event.waiting[part] || undefined,
    })),
  }))
  return (
    <OrganizerFrame
      viewer={viewer}
      accent={event.accent}
      sections={sections}
      context={
        <>
          <Translated value={event.title} as="span" />
          <span className="cluster small">
            <EventState published={event.published} cancelled={event.cancelled} />
          </span>
        </>
      }
    >
      {event.acts.length > 0 && <OpenActs acts={event.acts} timeZone={event.timeZone} />}
      {event.stuckMails > 0 && !isSaid && (
        <StuckMails count={event.stuckMails} href={current === 'outbox' ? null : `${home}/outbox`} />
      )}
      {children}
    </OrganizerFrame>
  )
}

/** Whether the public sees the event: a shape and a word. */
export function EventState({ published, cancelled }: { published: boolean; cancelled: boolean }) {
  if (cancelled) return <StateMark tone="bad">{m['organize.state.cancelled']()}</StateMark>
  if (published) return <StateMark tone="good">{m['organize.state.published']()}</StateMark>
  return <StateMark tone="calm">{m['organize.state.draft']()}</StateMark>
}

/** On the page that it would lead to, it only says how many. */
function StuckMails({ count, href }: { count: number; href: string | null }) {
  return (
    <Notice tone="warning" title={m['organize.mail.stuck']({ count })}>
      {href && (
        <p>
          <a href={href}>{m['organize.mail.look']()}</a>
        </p>
      )}
    </Notice>
  )
}

/** The document's title on an event's page: what is done, and for which event. */
export function eventTitle(title: string, matches: readonly { id: string; data: unknown }[]) {
  const desk = matches.find(({ id }) => id === deskRoute)?.data as DeskView | undefined
  return [{ title: desk?.event ? `${title} · ${textIn(desk.event.title, getLocale())}` : title }]
}
