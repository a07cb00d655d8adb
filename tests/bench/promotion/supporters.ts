import { consentTexts, textsKey } from '#app/features/supporters/domain/consent-texts.server.ts'
import { initiativeOf } from '#app/features/supporters/domain/initiative-of.server.ts'
import { initiativeWith, supporterOf } from '#tests/factories/supporters.ts'
import { type Load, load } from '../load.ts'
import { type Finding, interleave, median, milliseconds, percent, perSecond, times } from '../measure.ts'
import { register } from '../registering.ts'
import { getBytes, postBytes, queued } from '../requests.ts'
import { openStage } from '../stage.ts'
import type { World } from '../world.ts'

const rounds = 5
const sizes = [1_000, 100_000]
const asked = 60
const people = 500
const clients = 20

/** The public list of supporters by its length, and joining beside registering: over HTTP, in the same run. */
export async function measureSupporters(world: World): Promise<Finding[]> {
  const slugs = new Map<number, string>()
  for (const size of sizes) slugs.set(size, await filled(world, size))
  const runs = await interleave(
    rounds,
    Object.fromEntries(sizes.map((size) => [`of ${size}`, () => read(world, slugs.get(size) ?? '')])),
  )
  const [small = 1, large = 1] = sizes.map((size) => median((runs[`of ${size}`] ?? []).map(({ p95 }) => p95)))
  return [
    {
      what: 'public list of supporters, p95 of 100,000 against 1,000',
      result: `${milliseconds(small)}, ${milliseconds(large)} (${times(large / small)})`,
      target: '≤ 2 ×',
      met: large <= 2 * small,
      raw: { small, large, ratio: large / small },
    },
    await joiningFinding(world, slugs.get(100_000) ?? ''),
  ]
}

/** First and middle pages, both languages, narrowed and not; none of them is kept, since they have a query. */
async function read({ web }: World, slug: string): Promise<Load> {
  const middle = `place=${encodeURIComponent('after-00000000-0000-4000-8000-000000000000-M')}`
  const queries = [
    middle,
    'kind=investor',
    `kind=friend&${middle}`,
    'country=US',
    `country=VN&kind=expert&${middle}`,
  ]
  const list = Array.from({ length: asked }, (_, n) =>
    getBytes(
      web.port,
      `/${n % 2 ? 'vi' : 'en'}/initiatives/${slug}/supporters?${queries[n % queries.length]}`,
    ),
  )
  const seen = await load({ port: web.port, clients: 1, next: queued(list) })
  if (seen.statuses[200] !== asked) throw new Error(`The list answers ${JSON.stringify(seen.statuses)}.`)
  return seen
}

async function filled({ sql }: World, size: number): Promise<string> {
  const { id, slug } = await initiativeWith()
  const { listedTextId } = await supporterOf(id, { isListed: true })
  await sql`
    insert into supporter (initiative_id, email, name, kind, country, locale, state, asked_at, joined_at, order_vi,
      order_en, listed_text_id, listed_locale, listed_at)
    select ${id}, 'supporter' || n || '@mail.example', name, (array['expert', 'film-maker', 'investor', 'friend'])[1 + n % 4],
      case when n % 5 = 0 then 'US' else 'VN' end, 'vi', 'joined', now(), now(), name, name,
      case when n % 10 > 0 then ${listedTextId}::uuid end, case when n % 10 > 0 then 'vi' end,
      case when n % 10 > 0 then now() end
    from (select n, md5(n::text) || ' Phương Lan' as name from generate_series(1, ${size}::int) n) made`
  await sql`analyze supporter`
  return slug
}

/** So many join over HTTP, and as many register for an event: the one beside the other. */
async function joiningFinding(world: World, slug: string): Promise<Finding> {
  const [of] = await world.sql<{ id: string }[]>`select id from initiative where slug = ${slug}`
  const texts = textsKey(consentTexts(await initiativeOf(of?.id ?? '')))
  const stage = await openStage()
  let last = 0
  const join = async () => {
    const list = Array.from({ length: people }, () => {
      const n = ++last
      const body = new URLSearchParams({
        name: `Nguyễn Thị Đoan Trang ${n}`,
        email: `trang.joins.${n}@example.org`,
        kind: 'film-maker',
        body: '',
        country: 'VN',
        offers: 'Kịch bản phim tài liệu',
        language: 'vi',
        listed: 'on',
        news: 'on',
        texts,
      })
      const from = `10.${n % 250}.${(n / 250) | 0}.${n % 250}`
      return postBytes(world.web.port, `/vi/initiatives/${slug}/join`, body.toString(), {
        'X-Forwarded-For': from,
      })
    })
    const seen = await load({ port: world.web.port, clients, next: queued(list) })
    if (seen.statuses[303] !== people) throw new Error(`Joining answers ${JSON.stringify(seen.statuses)}.`)
    return seen
  }
  const runs = await interleave(rounds, { join, register: () => register(world.web, stage, clients, people) })
  const joined = median(runs.join.map(({ p95 }) => p95))
  const registered = median(runs.register.map(({ p95 }) => p95))
  const rate = median(runs.join.map((run) => run.rate))
  const beside = median(runs.register.map((run) => run.rate))
  return {
    what: `joining an initiative of 100,000 against registering, ${clients} at once`,
    result: `${percent(rate / beside)} of the rate (${perSecond(rate)} of ${perSecond(beside)}), p95 ${milliseconds(joined)} and ${milliseconds(registered)}`,
    target: '≥ 100 %',
    met: rate >= beside,
    raw: { rate, beside, joined, registered },
  }
}
