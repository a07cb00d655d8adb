import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isSeeded, markSeeded } from './launch/cluster.mjs'
import { isNewDatabase } from './launch/contact.mjs'
import { awaitDatabase, embedDatabase, joinDatabase, ownDataDir } from './launch/embedding.mjs'
import { prepareEnding } from './launch/ending.mjs'
import { refuseBusyPort, sentenceForListening } from './launch/port.mjs'
import { checkNode, ensureBuilt, ensureInstalled } from './launch/preparation.mjs'
import { loadProgram, loadSources } from './launch/program.mjs'
import { refuseMissingSecret } from './launch/secret.mjs'
import { codeOf, sentenceFor, syscallOf } from './launch/sentence.mjs'
import { parseTask } from './launch/task.mjs'

/** @typedef {ReturnType<typeof parseTask>} Task */
/** @typedef {import('./launch/program.mjs').Processes} Processes */
/** @typedef {{ dataDir: string, isEmbedded: boolean }} Setting */

const say = (/** @type {string} */ line) => console.log(line)
const { end, atEnd, whenEnding } = prepareEnding(say)
const root = fileURLToPath(new URL('../../', import.meta.url))
const startedIn = process.env.INIT_CWD ?? process.cwd()
const host = process.env.HOST || '127.0.0.1'
const needsSecret = ['start', 'dev', 'worker', 'seed']
/** @type {Record<string, string>} */
const doneWith = { migrate: 'The database is up to date', seed: 'Seeded', restore: 'Restored' }
/** Given, or set by the embedded database when it is up. */
const databaseAddress = () => process.env.DATABASE_URL ?? ''
const port = Number(process.env.PORT || 3000)

try {
  checkNode()
  const task = parseTask(process.argv.slice(2))
  const dataDir = path.resolve(process.env.DATA_DIR ? process.cwd() : root, process.env.DATA_DIR || 'data')
  process.env.DATA_DIR = dataDir
  process.env.NODE_ENV ||= task.name === 'dev' ? 'development' : 'production'
  process.chdir(root)
  const isEmbedded = !process.env.DATABASE_URL
  if (!isEmbedded && !process.env.SESSION_SECRET && needsSecret.includes(task.name)) refuseMissingSecret()
  await perform(task, { dataDir, isEmbedded })
} catch (error) {
  console.error(
    syscallOf(error) === 'listen' ? sentenceForListening(codeOf(error), port, host) : sentenceFor(error),
  )
  await end(1)
}

/**
 * @param {Task} task
 * @param {Setting} setting
 */
async function perform(task, { dataDir, isEmbedded }) {
  if (task.name === 'start' || task.name === 'dev') return serve(task, { dataDir, isEmbedded })
  await ensureInstalled(root, say)
  if (task.name === 'worker') return work({ dataDir, isEmbedded })
  await reachDatabase(task, { dataDir, isEmbedded })
  const databaseUrl = databaseAddress()
  if (task.name === 'backup') {
    const { backUp } = await import('./backup.mjs')
    const file = task.file && path.resolve(startedIn, task.file)
    say(`Written to ${await backUp({ databaseUrl, dataDir, isEmbedded, ...(file ? { file } : {}) })}.`)
    return end(0)
  }
  await ensureBuilt(root, say)
  const { processes } = await loadProgram(root)
  processes.check()
  await processes.migrate({ root, databaseUrl })
  if (task.name === 'seed') await seed(processes, { dataDir, isEmbedded })
  if (task.name === 'restore') {
    const { restore } = await import('./backup.mjs')
    await restore({
      databaseUrl,
      dataDir,
      isEmbedded,
      file: path.resolve(startedIn, task.file ?? ''),
      force: task.force,
    })
    if (isEmbedded) markSeeded(dataDir)
  }
  say(`${doneWith[task.name]}.`)
  return end(0)
}

/**
 * A running program's database is joined; only a restore wants it for itself.
 * @param {Task} task
 * @param {Setting} setting
 */
async function reachDatabase(task, { dataDir, isEmbedded }) {
  if (!isEmbedded) return
  if (task.name !== 'restore' && (await joinDatabase(dataDir))) return
  await ownDataDir({ dataDir, purpose: `npm run db:${task.name}`, atEnd })
  await embedDatabase({ dataDir, say, atEnd })
}

/**
 * @param {Task} task
 * @param {Setting} setting
 */
async function serve(task, { dataDir, isEmbedded }) {
  if (isEmbedded) {
    const lock = await ownDataDir({
      dataDir,
      purpose: task.name === 'dev' ? 'npm run dev' : 'npm start',
      atEnd,
    })
    whenEnding(lock.stopping)
  }
  if (Number.isInteger(port) && port > 0 && port < 65_536) await refuseBusyPort(port, host)
  await ensureInstalled(root, say)
  if (task.name === 'start') await ensureBuilt(root, say)
  const { processes, serving } = await (task.name === 'dev' ? loadSources(root, atEnd) : loadProgram(root))
  processes.check()
  if (isEmbedded) await embedDatabase({ dataDir, say, atEnd })
  const databaseUrl = databaseAddress()
  const isUnseeded = isEmbedded ? !isSeeded(dataDir) : await isNewDatabase(databaseUrl)
  await processes.migrate({ root, databaseUrl })
  if (isUnseeded) await seed(processes, { dataDir, isEmbedded })
  const web = await processes.serve(serving)
  atEnd(() => web.close())
  say(`Bàn Tròn: ${web.address}`)
  if (web.signInLink) say(`Organizers sign in with this link, once: ${web.signInLink}`)
}

/**
 * @param {Processes} processes
 * @param {Setting} setting
 */
async function seed(processes, { dataDir, isEmbedded }) {
  say('Seeding …')
  await processes.seed({ root })
  if (isEmbedded) markSeeded(dataDir)
}

/** @param {Setting} setting */
async function work({ dataDir, isEmbedded }) {
  await ensureBuilt(root, say)
  const { processes } = await loadProgram(root)
  processes.check()
  if (isEmbedded) await awaitDatabase(dataDir, say)
  const worker = await processes.work({ root })
  atEnd(() => worker.close())
  say('Bàn Tròn: working.')
}
