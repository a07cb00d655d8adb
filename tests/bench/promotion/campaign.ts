import { setTimeout as sleep } from 'node:timers/promises'
import { feedCampaigns } from '#app/features/campaigns/domain/feed-campaigns.server.ts'
import { previewCampaign } from '#app/features/campaigns/domain/preview-campaign.server.ts'
import { sentCampaign } from '#tests/factories/campaigns.ts'
import { system } from '#tests/factories/contexts.ts'
import { list } from '#tests/factories/lists.ts'
import { load } from '../load.ts'
import type { Taken } from '../mail-host.ts'
import { type Finding, milliseconds, percent, perSecond } from '../measure.ts'
import { ask, type Host, sendBare } from '../outbox.ts'
import { startHelper, startProgram, stop, tell } from '../processes.ts'
import { getBytes, queued } from '../requests.ts'
import { logOf, settingsFor, type World } from '../world.ts'
import { fillList } from './list-rows.ts'

const recipients = 50_000
const measuredMails = 5_000
const readers = { clients: 4, pause: 20, asked: 1_000 }
const read = ['/vi/events/danaff', '/vi/events/danaff/agenda', '/vi/events/danaff/register', '/vi']

/** A campaign to many: how long until all are written down, and how fast they leave against nodemailer alone. */
export async function measureCampaign(world: World): Promise<Finding[]> {
  const { sql } = world
  const host = startHelper('mail-host.ts')
  try {
    const { port } = await tell<{ port: number }>(host)
    await sql`delete from outbox where state <> 'sent'`
    const of = await list()
    await fillList(sql, of, recipients)
    const { id } = await sentCampaign(of.organizationId, { lists: [of.id] })
    const before = process.memoryUsage().rss
    const begun = performance.now()
    await feedCampaigns()
    const prepared = performance.now() - begun
    const grown = (process.memoryUsage().rss - before) / 1e6
    const [made] = await sql`select count(*)::int as n from campaign_recipient where campaign_id = ${id}`
    await readPages(world)
    const alone = await readPages(world)
    const { rate: app, meanwhile, left } = await workOff(world, { port, host, id })
    const words = (await previewCampaign(id, system())).vi
    if (!words) throw new Error('The campaign says nothing.')
    const bare = await sendBare(words, port, host)
    const ratio = app / bare
    return [
      {
        what: `a campaign to ${recipients.toLocaleString('en')}, everybody written down`,
        result: `${milliseconds(prepared)}, ${Math.round(grown)} MB of memory`,
        target: '≤ 30 s',
        met: made?.n === recipients && prepared <= 30_000,
        raw: { prepared, grown },
      },
      {
        what: 'mails of a campaign, sent and written down',
        result: `${percent(ratio)} of bare nodemailer, pooled (${perSecond(app)} of ${perSecond(bare)})`,
        target: '≥ 70 %',
        met: ratio >= 0.7,
        raw: { ratio, app, bare },
      },
      {
        what: 'pages while a campaign leaves, 95th percentile',
        result: `${percent(meanwhile / alone - 1)} more (${milliseconds(meanwhile)}, ${milliseconds(alone)} before it)`,
        target: '≤ 20 % more',
        met: left > 0 && meanwhile <= alone * 1.2,
        raw: { meanwhile, alone, left },
      },
    ]
  } finally {
    await stop(host)
  }
}

type Sending = { port: number; host: Host; id: string }

async function workOff(
  world: World,
  { port, host, id }: Sending,
): Promise<{ rate: number; meanwhile: number; left: number }> {
  const { dataDir, databaseUrl, web, sql } = world
  const smtp = { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'bench@example.org' }
  const settings = { ...settingsFor(dataDir, databaseUrl, web.port), ...smtp }
  const worker = startProgram(['--worker'], settings, logOf(dataDir))
  try {
    let taken: Taken = { count: 0, seconds: 0 }
    for (const deadline = Date.now() + 180_000; taken.count < measuredMails; await sleep(100)) {
      taken = await ask(host)
      if (worker.exitCode !== null || Date.now() > deadline) throw new Error('The worker did not send.')
    }
    await ask(host, 'forget')
    const meanwhile = await readPages(world)
    const { count: left } = await ask(host, 'forget')
    return { rate: taken.count / taken.seconds, meanwhile, left }
  } finally {
    await stop(worker)
    await sql`update campaign set state = 'stopped' where id = ${id}`
    await sql`delete from outbox where campaign_id = ${id}`
    await ask(host, 'forget')
  }
}

/** The 95th percentile of what a few readers wait for pages, in milliseconds. */
async function readPages({ web }: World): Promise<number> {
  const { clients, pause, asked } = readers
  const requests = Array.from({ length: asked }, (_, n) => getBytes(web.port, read[n % read.length] ?? '/vi'))
  const seen = await load({ port: web.port, clients, pause, next: queued(requests) })
  if (seen.statuses[200] !== asked) throw new Error(`Pages: ${JSON.stringify(seen.statuses)}`)
  return seen.p95
}
