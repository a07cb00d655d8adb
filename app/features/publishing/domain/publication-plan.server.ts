import { desc, eq } from 'drizzle-orm'
import { sameValue } from '#app/features/agenda/domain/draft-edit.ts'
import { readDraft } from '#app/features/agenda/domain/draft-rows.server.ts'
import { freezeAgenda } from '#app/features/agenda/domain/freeze-agenda.ts'
import { slotProblem } from '#app/features/agenda/domain/slot-problem.ts'
import type { LockedEvent } from '#app/features/events/domain/event-lock.server.ts'
import type { TranslatedText } from '#app/shared/i18n/translated-text.ts'
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
  /** False when readers would see nothing else, not even a biography. */
  isNew: boolean
}

/** Compares the draft with the newest version, in the transaction that may publish it. */
export async function planPublication(tx: Transaction, event: LockedEvent): Promise<PublicationPlan> {
  const draft = await readDraft(tx, event.id)
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
  const before = newest?.agenda ?? null
  return {
    event,
    agenda,
    last: newest?.number ?? 0,
    changes: compareAgendas(before, agenda),
    faults,
    isNew: !sameValue(before, agenda),
  }
}
