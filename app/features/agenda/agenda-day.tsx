import { m } from '#app/paraglide/messages.js'
import { getLocale } from '#app/paraglide/runtime.js'
import { languageWord } from '#app/public/code-labels.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { Translated } from '#app/ui/texts/translated.tsx'
import type { Arrangement } from './agenda-choice.ts'
import { agendaDays, type AgendaDay as Day } from './agenda-days.ts'
import { AgendaGrid } from './agenda-grid.tsx'
import { type AgendaGroup, agendaGroups } from './agenda-groups.ts'
import type { PublishedAgenda } from './domain/agenda-snapshot.ts'
import { Programme } from './programme.tsx'

type AgendaDayProps = {
  event: { slug: string; timeZone: string; venue?: { name: TranslatedText } | null }
  agenda: PublishedAgenda
  day: Day
  by: Arrangement
}

/** A day of the agenda: as it runs, or under its rooms, tracks or languages. */
export function AgendaDay({ event, agenda, day, by }: AgendaDayProps) {
  const rest = { eventSlug: event.slug, timeZone: event.timeZone, agenda }
  const sessions = day.slots.flatMap((slot) => slot.sessions)
  return (
    <section className="agenda-day" aria-labelledby={day.id}>
      <h2 className="day" id={day.id}>
        {day.label}
      </h2>
      {by === 'grid' && <AgendaGrid {...rest} day={day} mainVenue={event.venue?.name ?? null} />}
      {by === 'time' && <Programme {...rest} day={day} />}
      {by !== 'time' &&
        by !== 'grid' &&
        agendaGroups(agenda, sessions, by).map((group) => (
          <section key={group.key} aria-labelledby={`${day.id} ${day.id}-${group.key}`}>
            <h3 className="agenda-group" id={`${day.id}-${group.key}`}>
              <GroupName name={group.name} />
            </h3>
            {agendaDays(group.sessions, event.timeZone, getLocale()).map((part) => (
              <Programme key={part.id} {...rest} day={part} />
            ))}
          </section>
        ))}
    </section>
  )
}

function GroupName({ name }: Pick<AgendaGroup, 'name'>) {
  if (name === null) return m['public.agenda.for-all']()
  return typeof name === 'string' ? languageWord(name) : <Translated value={name} />
}
