import { rm } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { measureCached } from './cached.ts'
import { measureClashes, measureReplies } from './clashes.ts'
import { measureDeadHost } from './dead-host.ts'
import { measureEditor } from './editor.ts'
import { measureExports, measureForm } from './exports.ts'
import { measurePlaces } from './festival/places.ts'
import { measureLighthouse } from './lighthouse.ts'
import { measureList } from './list.ts'
import { measureLive } from './live.ts'
import type { Finding } from './measure.ts'
import { measureIdleMemory, measureMemoryAfter } from './memory.ts'
import { measureNotes } from './notes.ts'
import { measureOutbox } from './outbox.ts'
import { measurePageBytes } from './page-bytes.ts'
import { measurePersonal } from './personal.ts'
import { memoryOf, stopAll } from './processes.ts'
import { measureCampaign } from './promotion/campaign.ts'
import { measureFollowing } from './promotion/following.ts'
import { measureOverview } from './promotion/overview.ts'
import { measureSegments } from './promotion/segments.ts'
import { measureSupporters } from './promotion/supporters.ts'
import { measurePublishing } from './publishing.ts'
import { measureReading } from './reading.ts'
import {
  compareRegistering,
  type Registering,
  register,
  registeringFindings,
  sizeFinding,
} from './registering.ts'
import { tableOf, writeReport, writeSpeed } from './report.ts'
import { fill } from './rows.ts'
import { openStage, type Stage } from './stage.ts'
import { measureStart } from './starting.ts'
import { measureStatements } from './statements.ts'
import { measureUncached } from './uncached.ts'
import { makeDataDir, openWorld, type World } from './world.ts'

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    readme: { type: 'boolean', default: false },
    // One part alone, for who works on it; nothing is written down.
    list: { type: 'boolean', default: false },
    publishing: { type: 'boolean', default: false },
    notes: { type: 'boolean', default: false },
    live: { type: 'boolean', default: false },
    statements: { type: 'boolean', default: false },
    exports: { type: 'boolean', default: false },
    lighthouse: { type: 'boolean', default: false },
    rendering: { type: 'boolean', default: false },
    promotion: { type: 'boolean', default: false },
    supporters: { type: 'boolean', default: false },
    places: { type: 'boolean', default: false },
  },
})
const rows = Number(values.rows)
if (!Number.isInteger(rows) || rows < 20_000) throw new Error('--rows must be a whole number, 20000 or more.')

const findings: Finding[] = []
const dataDir = makeDataDir()
const closings = [() => rm(dataDir, { recursive: true, force: true }), stopAll]
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void closeAll().finally(() => process.exit(1)))
}
try {
  await measured('start', () => measureStart(dataDir))
  const world = await openWorld(dataDir, rows)
  closings.push(world.close)
  if (values.list) await measureListAlone(world)
  else if (values.publishing) await measured('publishing', () => measurePublishing(world), world)
  else if (values.notes) await measured('notes', () => measureNotes(world), world)
  else if (values.exports) await measureExportsAlone(world)
  else if (values.lighthouse) await measured('lighthouse', () => measureLighthouse(world), world)
  else if (values.rendering) await measureRendering(world)
  else if (values.promotion) await measurePromotion(world)
  else if (values.supporters) await measured('supporters', () => measureSupporters(world), world)
  else if (values.places) await measured('places', () => measurePlaces(world), world)
  else if (values.live) await measured('live rooms', () => measureLive(world), world)
  else if (values.statements) await measured('statements', () => measureStatements(world), world)
  else await measureAll(world)
} finally {
  await closeAll()
}
const table = tableOf(findings)
console.log(table)
const parts = [
  values.list,
  values.publishing,
  values.notes,
  values.live,
  values.statements,
  values.exports,
  values.lighthouse,
  values.rendering,
  values.promotion,
  values.supporters,
  values.places,
]
const isWhole = !parts.some(Boolean)
if (isWhole) writeReport(findings, rows)
if (values.readme && isWhole) writeSpeed(table)

async function measureAll(world: World) {
  const step = (name: string, measure: () => Promise<Finding[]>) => measured(name, measure, world)
  await step('memory', () => measureIdleMemory(world))
  await step('bytes', () => measurePageBytes(world))
  await step('lighthouse', () => measureLighthouse(world))
  await step('editor', () => measureEditor(world))
  await step('notes', () => measureNotes(world))
  await step('live rooms', () => measureLive(world))
  await step('kept pages', () => measureCached(world))
  await measureRendering(world)
  await step('publishing', () => measurePublishing(world))
  await step('clashes', async () => measureClashes())
  await step('answers', () => measureReplies())

  const [stage, bareStage] = [await openStage(), await openStage()]
  await fill(world.sql, stage, 100)
  let few: Registering | undefined
  await step('registering', async () => {
    few = await compareRegistering(world, stage, bareStage)
    return registeringFindings(few, 'beside 100 registrations')
  })
  await step('places', () => measurePlaces(world))
  await step('statements', () => measureStatements(world))
  await step('reading', () => measureReading(world))
  await step('outbox', () => measureOutbox(world))
  await step('dead mail host', () => measureDeadHost(world))

  await step('exports', () => measureExports(world))
  await step('form', () => measureForm(world))
  await measurePromotion(world)

  const stages = await fillStages(world)
  await step('list', () => measureList(world, stages))
  const largest = stages[rows] ?? stage
  await step('registering', async () => {
    const many = await compareRegistering(world, largest, await openStage())
    const found = registeringFindings(many, `beside ${rows.toLocaleString('en')} registrations`)
    return few ? [...found, sizeFinding(few, many, rows)] : found
  })
  await step('memory', () => measureMemoryAfter(world))
}

async function measureRendering(world: World) {
  await measured('rendering', () => measureUncached(world), world)
  await measured('personal page', () => measurePersonal(world), world)
}

async function measurePromotion(world: World) {
  await measured('counted links', () => measureFollowing(world), world)
  await measured('campaign', () => measureCampaign(world), world)
  if (values.promotion) await measured('outbox', () => measureOutbox(world), world)
  await measured('segments', () => measureSegments(world), world)
  await measured('overview', () => measureOverview(world), world)
  await measured('supporters', () => measureSupporters(world), world)
}

async function measureExportsAlone(world: World) {
  await measured('exports', () => measureExports(world), world)
  await measured('form', () => measureForm(world), world)
}

/** Beside an event whose mails wait, as those do that registered before it. */
async function measureListAlone(world: World) {
  await register(world.web, await openStage(), 20, 10_000)
  const stages = await fillStages(world)
  await measured('list', () => measureList(world, stages), world)
}

async function fillStages({ sql }: World): Promise<Record<number, Stage>> {
  const stages = { 100: await openStage(), 10000: await openStage(), [rows]: await openStage() }
  for (const [size, one] of Object.entries(stages)) await fill(sql, one, Number(size))
  return stages
}

async function measured(name: string, measure: () => Promise<Finding[]>, world?: World) {
  const began = performance.now()
  findings.push(...(await measure()))
  const memory = world ? `, web process ${Math.round(memoryOf(world.web.child))} MB` : ''
  console.error(`${name}: ${((performance.now() - began) / 1000).toFixed(0)} s${memory}`)
}

async function closeAll() {
  for (let close = closings.pop(); close; close = closings.pop()) await close()
}
