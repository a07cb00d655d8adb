import { AgendaTeaser } from '#app/features/agenda/agenda-teaser.tsx'
import { AnnouncementNews } from '#app/features/announcements/announcement-news.tsx'
import { InitiativeList } from '#app/features/initiatives/initiative-list.tsx'
import { PeopleList } from '#app/features/people/people-list.tsx'
import type { RecapContent } from '#app/features/recap/domain/recap-content.ts'
import { RecapTeaser } from '#app/features/recap/recap-teaser.tsx'
import { m } from '#app/paraglide/messages.js'
import { HostList } from '#app/public/host-list.tsx'
import { TranslatedProse } from '#app/ui/texts/translated.tsx'
import { EventAttend } from './event-attend.tsx'
import { EventIntro } from './event-intro.tsx'
import { EventList } from './event-list.tsx'
import type { EventView } from './event-view.server.ts'
import { type EventCalendar, EventFacts } from './facts/event-facts.tsx'
import { FollowHosts } from './follow-hosts.tsx'
import { EventGallery } from './pictures/event-gallery.tsx'

type EventStoryProps = Omit<EventView, 'record'> & {
  record: RecapContent | null
  calendar?: EventCalendar | null
  share?: string | null
}

/** What the page of an event tells, from its title to what came of it. */
export function EventStory(view: EventStoryProps) {
  const { event, greeting, people, outlook, editions, record, venues } = view
  const { calendar = null, share = null } = view
  return (
    <div className="stack airy">
      <EventIntro event={event} greeting={greeting} people={people} outlook={outlook} editions={editions} />
      {record && <RecapTeaser event={event} content={record} />}
      <div className="event-body">
        <EventFacts event={event} venues={venues} outlook={outlook} calendar={calendar} share={share} />
        <EventChapters {...view} />
      </div>
    </div>
  )
}

/** What stands beside the facts. */
function EventChapters(view: EventStoryProps) {
  const { event, agenda, people, outlook, initiatives, parts, gallery, news, lists } = view
  return (
    <div className="stack airy">
      <AnnouncementNews news={news} timeZone={event.timeZone} />
      <section className="chapter" aria-labelledby="about">
        <h2 id="about">{m['public.about.title']()}</h2>
        <TranslatedProse value={event.summary} className="lede measure" />
        <TranslatedProse value={event.description} className="prose event-story" />
      </section>
      <EventAttend event={event} outlook={outlook} />
      {agenda.sessions.length > 0 && <AgendaTeaser event={event} agenda={agenda} />}
      {parts.length > 0 && (
        <section className="chapter" aria-labelledby="parts">
          <h2 id="parts">{m['public.event.parts']()}</h2>
          <EventList events={parts} />
        </section>
      )}
      {people.length > 0 && (
        <section className="chapter" aria-labelledby="people">
          <h2 id="people">{m['public.event.speakers']()}</h2>
          <PeopleList eventSlug={event.slug} people={people} />
        </section>
      )}
      {gallery.length > 0 && <EventGallery pictures={gallery} />}
      <section className="chapter" aria-labelledby="hosts">
        <h2 id="hosts">{event.hosts.length > 1 ? m['public.event.hosts']() : m['public.event.host']()}</h2>
        <HostList hosts={event.hosts} />
        <FollowHosts lists={lists} />
      </section>
      {initiatives.behind.length > 0 && (
        <section className="chapter" aria-labelledby="behind">
          <h2 id="behind">{m['public.event.behind']()}</h2>
          <InitiativeList initiatives={initiatives.behind} />
        </section>
      )}
      {initiatives.launched.length > 0 && (
        <section className="chapter" aria-labelledby="initiatives">
          <h2 id="initiatives">{m['public.event.initiatives']()}</h2>
          <InitiativeList initiatives={initiatives.launched} />
        </section>
      )}
    </div>
  )
}
