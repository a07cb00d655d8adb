import type { OrganizedEvent } from '#app/features/events/domain/organized-events.server.ts'
import { countPeople } from '#app/features/people/domain/people.server.ts'
import { getAgendaWork } from '#app/features/publishing/domain/agenda-work.server.ts'
import { isRecapPublished } from '#app/features/recap/domain/published-recap.server.ts'
import { eventFrame } from '#app/organize/event-frame.server.ts'
import { categoriesOf } from '#app/organize/organized-event.server.ts'
import type { Context } from '#app/shared/context.ts'
import { type FirstStep, firstSteps } from './first-steps.ts'
import { nextThings, type Thing } from './next-things.ts'

type Listed = { things: Thing[]; steps: FirstStep[] }

/** The next things to do at an event, with what only they need to be counted by: for each reader what is theirs. */
export async function listThingsToDo(ctx: Context, event: OrganizedEvent): Promise<Listed> {
  const isOver = event.endsAt < ctx.now || event.cancelledAt !== null
  const [frame, categories, agenda, withoutAddress, isTold] = await Promise.all([
    eventFrame(ctx, event),
    categoriesOf(event),
    !isOver && event.may('agenda.edit') ? getAgendaWork(event.id) : null,
    !isOver && event.may('people.edit') ? countPeople(ctx, event.id, 'speaking-no-address') : 0,
    isOver && event.may('recap.edit') ? isRecapPublished(event.id) : true,
  ])
  const things = nextThings({
    event,
    categories,
    agenda,
    withoutAddress,
    stuckMails: frame.stuckMails,
    waiting: frame.waiting,
    isRecapPublished: isTold,
    may: event.may,
    now: ctx.now,
  })
  if (!agenda || !event.may('event.edit')) return { things, steps: [] }
  const steps = firstSteps({
    sessions: agenda.sessions,
    isAgendaPublished: agenda.sessions > 0 && agenda.firstToPublish === 0,
    opensAt: event.registrationOpensAt,
    publishedAt: event.publishedAt,
  })
  // What the steps say is not said below them again.
  const inSteps: Thing['kind'][] = ['agenda', 'draft', 'window', 'publish']
  return { things: steps.length > 0 ? things.filter(({ kind }) => !inSteps.includes(kind)) : things, steps }
}
