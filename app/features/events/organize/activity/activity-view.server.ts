import { findKeptChanges } from '#app/features/agenda/domain/draft/draft-changes.server.ts'
import { listFilmChoices } from '#app/features/agenda/domain/draft/draft-films.server.ts'
import { listPeopleChoices } from '#app/features/agenda/domain/draft/people-choices.server.ts'
import { listRooms, listTracks } from '#app/features/agenda/domain/rooms/rooms-and-tracks.server.ts'
import { draftLabels } from '#app/features/agenda/organize/grid/draft-labels.ts'
import { keptChanges } from '#app/features/events/domain/edit-changes.ts'
import type { ActivityEntry } from '#app/features/events/domain/event-activity.server.ts'
import { seenAmong } from '#app/features/people/domain/known-to-hosts.server.ts'
import { changedValues, type SessionLabels } from '#app/organize/changes/changed-values.ts'
import type { Context } from '#app/shared/context.ts'
import type { Right } from '#app/shared/permissions/rights.ts'

type EventOfList = { id: string; slug: string; timeZone: string; may: (right: Right) => boolean }
type Place = { event: EventOfList; categoryIds: readonly string[]; venueIds: readonly string[] }

/** What a button posts, and where, so that the old values come back. */
export type Restoring = { action: string; name: string; value: string; gesture?: string }

/** The entries as their page shows them: what was there and is there now, and whether the old values can come back. */
export async function activityView(ctx: Context, place: Place, entries: ActivityEntry[]) {
  const { timeZone } = place.event
  const [words, restoring] = await Promise.all([
    sessionLabels(ctx, place.event, entries),
    restorings(ctx, place, entries),
  ])
  return entries.map((entry) => {
    const { changes: _, ...details } = entry.details
    const changed = changedValues(keptChanges(entry.details), timeZone, words)
    return { ...entry, details, changed, restoring: changed.length > 0 ? restoring(entry) : null }
  })
}

async function sessionLabels(
  ctx: Context,
  { id, timeZone }: EventOfList,
  entries: ActivityEntry[],
): Promise<SessionLabels | null> {
  const isNeeded = entries.some(({ verb, details }) => verb === 'agenda.edited' && 'changes' in details)
  if (!isNeeded) return null
  const [rooms, tracks, people, films] = await Promise.all([
    listRooms(id),
    listTracks(id),
    listPeopleChoices(ctx, id),
    listFilmChoices(id),
  ])
  return draftLabels({ rooms, tracks, people, films, timeZone, locale: ctx.locale })
}

const personVerbs = ['person.edited', 'profile.edited']

/** What can be put back, as far as the reader may and it is still there. */
async function restorings(ctx: Context, { event, categoryIds, venueIds }: Place, entries: ActivityEntry[]) {
  const of = (verbs: string[]) => entries.filter(({ verb }) => verbs.includes(verb))
  const drafts = of(['agenda.edited']).map(({ details }) => Number(details.change))
  const people = of(personVerbs).flatMap(({ subjectId }) => subjectId ?? [])
  const [keptDrafts, seenPeople] = await Promise.all([
    event.may('agenda.edit') ? findKeptChanges(event.id, drafts) : new Set<number>(),
    event.may('people.edit') ? seenAmong(ctx, event.id, people) : new Set<string>(),
  ])
  const base = `/organize/events/${event.slug}`
  const pages: Record<string, (subjectId: string) => string | null> = {
    'event.edited': () => (event.may('event.edit') ? `${base}/settings` : null),
    'category.edited': (id) =>
      event.may('event.edit') && categoryIds.includes(id) ? `${base}/categories/${id}` : null,
    'venue.edited': (id) =>
      event.may('event.edit') && venueIds.includes(id) ? `${base}/venues/${id}` : null,
    'person.edited': (id) => (seenPeople.has(id) ? `${base}/people/${id}` : null),
    'profile.edited': (id) => (seenPeople.has(id) ? `${base}/people/${id}` : null),
  }
  return ({ id, verb, subjectId, details }: ActivityEntry): Restoring | null => {
    const change = Number(details.change)
    if (verb === 'agenda.edited' && keptDrafts.has(change)) {
      return { action: `${base}/agenda/list`, name: 'change', value: String(change), gesture: 'undo' }
    }
    const isKept = keptChanges(details).some(({ cut }) => !cut)
    const action = isKept && Object.hasOwn(pages, verb) ? pages[verb]?.(subjectId ?? '') : null
    return action ? { action, name: 'restores', value: String(id) } : null
  }
}
