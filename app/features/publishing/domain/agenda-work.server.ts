import { getClashInputOf } from '#app/features/agenda/domain/clashes/clash-input.server.ts'
import { findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import { getDraftRows } from '#app/features/agenda/domain/draft/draft-rows.server.ts'
import { freezeAgenda } from '#app/features/agenda/domain/draft/freeze-agenda.ts'
import { countStates, invitationRows } from '#app/features/invitations/domain/invitation-rows.ts'
import {
  findNewestVersion,
  listInvitations,
  listInvitees,
} from '#app/features/invitations/domain/invitations.server.ts'
import { isStale, missingIn } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { withTransaction } from '#db/transaction.server.ts'
import { compareAgendas } from './compare-agendas.ts'

export type AgendaWork = {
  /** In the draft, without those that were dropped; and those of them that have no time. */
  sessions: number
  unplaced: number
  /** Would be published for the first time; or differ from what readers see. */
  firstToPublish: number
  unpublished: number
  outside: number
  clashes: number
  sessionTexts: number
  peopleTexts: number
  unanswered: number
}

/**
 * What is still to be done about an event’s agenda, in numbers; for readers whose right was checked. One transaction of at
 * most thirteen statements whatever the event’s size, begin and commit included, and work that is linear in its draft.
 */
export async function getAgendaWork(eventId: string): Promise<AgendaWork> {
  return withTransaction(async (tx) => {
    const draft = await getDraftRows(tx, eventId)
    const agenda = freezeAgenda(draft)
    const newest = await findNewestVersion(eventId)
    const clashes = findClashes(await getClashInputOf(eventId, draft.forClashes))
    const about = (of: (clash: (typeof clashes)[number]) => boolean) => clashes.filter(of)
    const texts = about(({ kind }) => kind === 'translation-missing' || kind === 'translation-stale')
    const shown = draft.sessions.filter(({ cancelledAt }) => !cancelledAt)
    return {
      sessions: shown.length,
      unplaced: shown.filter(({ startsAt }) => !startsAt).length,
      firstToPublish: newest ? 0 : agenda.sessions.length,
      unpublished: newest ? countChanges(newest.agenda, agenda) : 0,
      outside: about(({ kind }) => kind === 'outside-event').length,
      clashes: about(({ kind, severity }) => severity === 'error' && kind !== 'outside-event').length,
      sessionTexts: new Set(texts.flatMap(({ sessionIds }) => sessionIds)).size,
      peopleTexts: agenda.people.filter(lacksWords).length,
      unanswered: await countUnanswered(eventId, newest),
    }
  })
}

/** Of the sessions; something else that readers see, such as a biography, is one change. */
function countChanges(before: PublishedAgenda, after: PublishedAgenda): number {
  return sameValue(before, after) ? 0 : Math.max(1, compareAgendas(before, after).length)
}

function lacksWords(one: PublishedAgenda['people'][number]): boolean {
  const words = [one.honorific, one.position, one.affiliation, one.biography]
  return words.some((text) => missingIn(text) !== null || isStale(text))
}

async function countUnanswered(eventId: string, newest: Awaited<ReturnType<typeof findNewestVersion>>) {
  const before = await listInvitations(eventId)
  if (before.length === 0) return 0
  const appearing = newest?.agenda.sessions.flatMap(({ appearances }) => appearances) ?? []
  const people = await listInvitees([...appearing, ...before].map(({ personId }) => personId))
  const rows = invitationRows({
    agenda: newest?.agenda ?? null,
    before,
    people,
    heldBack: newest?.heldBack ?? [],
  })
  return countStates(rows).counts.asked
}
