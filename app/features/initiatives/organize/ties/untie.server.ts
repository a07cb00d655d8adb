import { redirect } from '@remix-run/node'
import type { Params } from '@remix-run/react'
import { unasked } from '#app/features/acts/domain/act-preview.ts'
import { performAct } from '#app/features/acts/domain/perform-act.server.ts'
import { organizedEvent } from '#app/organize/organized-event.server.ts'
import { Refusal } from '#app/shared/errors.ts'
import { textIn } from '#app/shared/i18n/translated-text.ts'
import { listEventTies } from '../../domain/lineage/event-ties.server.ts'
import { type Tie, tieRights } from '../../domain/lineage/ties.ts'
import { untieEvent } from '../../domain/lineage/untie-event.server.ts'

/** Undoes one tie from the event's side; nothing is told of an initiative that does not name this event. */
export async function untie(request: Request, params: Params, tie: Tie) {
  const { ctx, event } = await organizedEvent(request, params, tieRights[tie.what])
  const named = (await listEventTies(event.id)).find(({ slug }) => slug === params.initiative)
  if (!named) throw new Refusal('initiative-tie-missing', 'missing')
  await performAct(ctx, {
    act: { eventId: event.id, verb: 'initiative.untied', subjectName: textIn(named.name, ctx.locale) },
    answered: unasked,
    work: () => untieEvent(ctx, { eventId: event.id, initiativeId: named.id, tie }),
  })
  return redirect(`/organize/events/${event.slug}/initiatives`, 303)
}
