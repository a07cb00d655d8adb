import { createHash } from 'node:crypto'
import { desc, eq } from 'drizzle-orm'
import { getClashInputOf } from '#app/features/agenda/domain/clashes/clash-input.server.ts'
import { type Clash, type ClashInput, findClashes } from '#app/features/agenda/domain/clashes/clashes.ts'
import { slotProblem } from '#app/features/agenda/domain/clashes/slot-problem.ts'
import { getDraftRows } from '#app/features/agenda/domain/draft/draft-rows.server.ts'
import { freezeAgenda } from '#app/features/agenda/domain/draft/freeze-agenda.ts'
import type { LockedEvent } from '#app/features/events/domain/event-lock.server.ts'
import { getNoticeInput } from '#app/features/invitations/domain/invitations.server.ts'
import { type Notice, planNotices } from '#app/features/invitations/domain/plan-notices.ts'
import type { Context } from '#app/shared/context.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
import { sameValue } from '#app/shared/same-value.ts'
import type { Transaction } from '#db/client.server.ts'
import type { AgendaChange, PublishedAgenda } from '#db/schema/agenda-snapshot.ts'
import { agendaVersion } from '#db/schema/index.ts'
import { compareAgendas } from './compare-agendas.ts'

export type SlotFault = {
  code: NonNullable<ReturnType<typeof slotProblem>>
  sessionId: string
  title: TranslatedText
}

/** What publishing the draft as it stands would do. */
export type PublicationPlan = {
  event: LockedEvent
  agenda: PublishedAgenda
  /** The number of the version before, 0 when there is none. */
  last: number
  changes: AgendaChange[]
  faults: SlotFault[]
  clashes: Clash[]
  /** How many of the clashes are errors: publishing with them has to be meant. */
  errorCount: number
  /** What each person is owed; those without an address too, who cannot be told. */
  notices: Notice[]
  sessions: ClashInput['sessions']
  /** Whether readers see anything else, be it a biography. */
  isNew: boolean
  /** Whether there is anything to do at all: somebody who was held back may be owed a mail. */
  isDue: boolean
  /** Of all that would be published and sent: another one, and it is no longer what somebody looked at. */
  fingerprint: string
}

/** Compares the draft with the newest version, in the transaction that may publish it. */
export async function planPublication(
  ctx: Context,
  tx: Transaction,
  event: LockedEvent,
): Promise<PublicationPlan> {
  const draft = await getDraftRows(tx, event.id)
  const [newest] = await tx
    .select({ number: agendaVersion.number, agenda: agendaVersion.agenda })
    .from(agendaVersion)
    .where(eq(agendaVersion.eventId, event.id))
    .orderBy(desc(agendaVersion.number))
    .limit(1)
  const agenda = freezeAgenda(draft)
  const faults = draft.sessions.flatMap((session): SlotFault[] => {
    const code = session.cancelledAt ? null : slotProblem(session, event)
    return code ? [{ code, sessionId: session.id, title: session.title }] : []
  })
  const notices = planNotices({ ...(await getNoticeInput(event.id, agenda)), agenda, now: ctx.now })
  const clashInput = await getClashInputOf(event.id, draft.forClashes)
  const clashes = findClashes(clashInput)
  const before = newest?.agenda ?? null
  const last = newest?.number ?? 0
  const isNew = !sameValue(before, agenda)
  return {
    event,
    agenda,
    last,
    faults,
    notices,
    isNew,
    clashes,
    // What lies outside the event cannot be published at all and is one of the faults.
    errorCount: clashes.filter((one) => one.severity === 'error' && one.kind !== 'outside-event').length,
    sessions: clashInput.sessions,
    changes: compareAgendas(before, agenda),
    isDue: isNew || notices.some((notice) => notice.to.email !== null),
    // An answer that comes in meanwhile is no reason to look again.
    fingerprint: hashOf([last, agenda, notices.map(({ answer, ...notice }) => notice)]),
  }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url')
}
