import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { EventFrameView } from './event-frame.server.ts'
import { type EventPart, groupedParts, type PartGroup } from './event-parts.ts'
import { OpenActs } from './open-acts.tsx'
import { OrganizerFrame } from './organizer-frame.tsx'

const labels: Record<EventPart, () => string> = {
  overview: () => m['organize.event.overview'](),
  agenda: () => m['organize.event.agenda'](),
  people: () => m['organize.event.people'](),
  invitations: () => m['organize.event.invitations'](),
  answers: () => m['organize.event.answers'](),
  registrations: () => m['organize.event.registrations'](),
  categories: () => m['organize.event.categories'](),
  live: () => m['organize.event.live'](),
  floor: () => m['organize.event.floor'](),
  notes: () => m['organize.event.notes'](),
  actions: () => m['organize.event.actions'](),
  recap: () => m['organize.event.recap'](),
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

type EventFrameProps = {
  event: EventFrameView
  current: EventPart
  title: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** The desk of one event: its parts at the side, what is stuck above, the work below the title. */
export function EventFrame({ event, current, title, actions, children }: EventFrameProps) {
  const home = `/organize/events/${event.slug}`
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
      viewer={event.viewer}
      title={title}
      actions={actions}
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
      banner={
        (event.acts.length > 0 || event.stuckMails > 0) && (
          <>
            <OpenActs acts={event.acts} timeZone={event.timeZone} />
            {event.stuckMails > 0 && (
              <StuckMails count={event.stuckMails} href={current === 'outbox' ? null : `${home}/outbox`} />
            )}
          </>
        )
      }
    >
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
export function eventTitle(title: string, event: EventFrameView | undefined) {
  return [{ title: event ? `${title} · ${textIn(event.title, getLocale())}` : title }]
}
