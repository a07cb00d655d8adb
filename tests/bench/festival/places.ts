import { publishAgenda } from '#app/features/publishing/domain/publish-agenda.server.ts'
import { personalToken } from '#app/features/registration/domain/links/personal-link.server.ts'
import { system } from '#tests/factories/contexts.ts'
import { event } from '#tests/factories/events.ts'
import { registration } from '#tests/factories/registrations.ts'
import { sessionOf } from '#tests/factories/sessions.ts'
import { type Load, load } from '../load.ts'
import { type Finding, interleave, median, milliseconds, percent, perSecond } from '../measure.ts'
import { register } from '../registering.ts'
import { postBytes, queued } from '../requests.ts'
import { openStage } from '../stage.ts'
import type { World } from '../world.ts'

const rounds = 3
const people = 500
const screenings = 200
const choices = 6
/** Fewer seats than wishes: the lines are part of it. */
const capacity = 12
const clients = 20

/** So many people each choose six of two hundred screenings, over HTTP, beside as many who register. */
export async function measurePlaces(world: World): Promise<Finding[]> {
  const stage = await openStage()
  const halls: Awaited<ReturnType<typeof festival>>[] = []
  // One more warms up.
  for (let round = 0; round <= rounds; round++) halls.push(await festival())
  let at = 0
  const choose = () => chosen(world, halls[at++])
  const runs = await interleave(rounds, {
    choose,
    register: () => register(world.web, stage, clients, people),
  })
  const [chose, beside] = [runs.choose, runs.register].map((all) => median(all.map(({ rate }) => rate)))
  if (!chose || !beside) throw new Error('Nothing was measured.')
  const p95 = median(runs.choose.map((run) => run.p95))
  return [
    {
      what: `choosing ${choices} of ${screenings} screenings, ${people} people, ${clients} at once, against registering`,
      result: `${percent(chose / beside)} of the rate (${perSecond(chose)} of ${perSecond(beside)}), p95 ${milliseconds(p95)}`,
      target: '≥ 50 %',
      met: chose >= beside / 2,
      raw: { rate: chose, beside, p95 },
    },
  ]
}

async function festival() {
  const startsAt = new Date(Date.now() + 30 * 86_400_000)
  const made = await event({ startsAt, endsAt: new Date(startsAt.getTime() + 86_400_000) })
  const sessionIds: string[] = []
  for (let n = 0; n < screenings; n++) {
    sessionIds.push((await sessionOf(made, { capacity, from: n * 2, minutes: 2 })).id)
  }
  await publishAgenda(system(), { eventId: made.id })
  const tokens: string[] = []
  for (let n = 0; n < people; n++) tokens.push(personalToken((await registration(made.guest)).tokenSalt))
  return { id: made.id, sessionIds, tokens }
}

async function chosen(
  { web, sql }: World,
  hall: Awaited<ReturnType<typeof festival>> | undefined,
): Promise<Load> {
  if (!hall) throw new Error('There are as many festivals as rounds.')
  const list = hall.tokens.map((token, n) => {
    const body = new URLSearchParams()
    for (let one = 0; one < choices; one++) {
      body.set(`seats.${hall.sessionIds[(n * 37 + one * 31) % screenings]}`, '1')
    }
    const from = `10.${n % 250}.${(n / 250) | 0}.7`
    return postBytes(web.port, `/registrations/${token}/places`, body.toString(), { 'X-Forwarded-For': from })
  })
  const seen = await load({ port: web.port, clients, next: queued(list) })
  if (seen.statuses[303] !== people) throw new Error(`Choosing answers ${JSON.stringify(seen.statuses)}.`)
  const [sums] = await sql<{ over: number; wrong: number; wishes: number }[]>`
    select count(*) filter (where s.signed_up > s.capacity)::int as over,
      count(*) filter (where s.signed_up <> u.seated or s.waitlisted <> u.waits)::int as wrong,
      sum(u.seated + u.waits)::int as wishes
    from session s cross join lateral (
      select count(*) filter (where state = 'confirmed') as seated, count(*) filter (where state = 'waitlisted') as waits
      from sign_up where session_id = s.id
    ) u where s.event_id = ${hall.id}`
  if (sums?.over !== 0 || sums.wrong !== 0 || sums.wishes !== people * choices) {
    throw new Error(`The seats do not add up: ${JSON.stringify(sums)}.`)
  }
  return seen
}
