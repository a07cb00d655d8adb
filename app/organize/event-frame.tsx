import type { ReactNode } from 'react'
import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { Notice } from '#app/ui/notice.tsx'
import { StateMark } from '#app/ui/state-mark.tsx'
import { Translated } from '#app/ui/words/translated.tsx'
import type { EventFrameView } from './event-frame.server.ts'
import { OpenActs } from './open-acts.tsx'
import { OrganizerFrame } from './organizer-frame.tsx'

export type EventPart =
  | 'overview'
  | 'agenda'
  | 'people'
  | 'answers'
  | 'live'
  | 'notes'
  | 'recap'
  | 'registrations'
  | 'categories'
  | 'settings'
  | 'hosts'
  | 'outbox'
  | 'activity'

const labels: Record<EventPart, () => string> = {
  overview: () => m['organize.event.overview'](),
  agenda: () => m['organize.event.agenda'](),
  people: () => m['organize.event.people'](),
  answers: () => m['organize.event.answers'](),
  live: () => m['organize.event.live'](),
  notes: () => m['organize.event.notes'](),
  recap: () => m['organize.event.recap'](),
  registrations: () => m['organize.event.registrations'](),
  categories: () => m['organize.event.categories'](),
  settings: () => m['organize.event.settings'](),
  hosts: () => m['organize.event.hosts'](),
  outbox: () => m['organize.event.outbox'](),
  activity: () => m['organize.event.activity'](),
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
  const sections = event.parts.map((part) => ({
    href: part === 'overview' ? home : `${home}/${part}`,
    label: labels[part](),
    current: part === current,
    ...(part === 'registrations' && event.pending > 0 && { count: event.pending }),
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
            {event.stuckMails > 0 && <StuckMails count={event.stuckMails} href={`${home}/outbox`} />}
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

function StuckMails({ count, href }: { count: number; href: string }) {
  return (
    <Notice tone="warning" title={m['organize.mail.stuck']({ count })}>
      <p>
        <a href={href}>{m['organize.mail.look']()}</a>
      </p>
    </Notice>
  )
}

/** The document's title on an event's page: what is done, and for which event. */
export function eventTitle(title: string, event: EventFrameView | undefined) {
  return [{ title: event ? `${title} · ${textIn(event.title, getLocale())}` : title }]
}
