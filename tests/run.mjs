import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { npm } from '../app/server/launch/npm.mjs'
import { checkNode, ensureBuilt, ensureInstalled } from '../app/server/launch/preparation.mjs'
import { sentenceFor, stopWith } from '../app/server/launch/sentence.mjs'
import { findBrowser } from './find-browser.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const say = (/** @type {string} */ line) => console.log(line)
const require = createRequire(path.join(root, 'package.json'))

try {
  checkNode()
  process.chdir(root)
  const words = process.argv.slice(2)
  await ensureInstalled(root, say)
  if (!npm(root, ['run', '--silent', 'messages']))
    throw stopWith('The messages could not be compiled: see the words above.')
  process.exitCode = await perform(words)
} catch (error) {
  console.error(sentenceFor(error))
  process.exitCode = 1
}

/** @param {string[]} words */
async function perform([first, ...rest]) {
  if (first === '--check') return check(rest)
  await ensureBuilt(root, say)
  if (first === '--bench') return tool('tsx', ['tests/bench/main.ts', ...rest])
  const browser = await findBrowser(root)
  return tool('vitest', ['run', ...[first, ...rest].filter((word) => word !== undefined)], browser)
}

/**
 * Every check runs, so that one look shows all that is wrong.
 * @param {string[]} rest
 */
function check(rest) {
  const results = [
    tool('@biomejs/biome', ['check', '.', ...rest]),
    tool('typescript', ['--noEmit'], {}, 'tsc'),
    tool('knip', ['--no-progress']),
    tool('vitest', ['run', 'tests/house/boundaries.test.ts', 'tests/house/messages.test.ts']),
  ]
  return results.find((code) => code !== 0) ?? 0
}

/**
 * Runs a program of an installed package with this Node, and answers its exit code.
 * @param {string} name
 * @param {string[]} words
 * @param {Record<string, string>} [env]
 * @param {string} [command]
 */
function tool(name, words, env = {}, command = path.basename(name)) {
  const manifest = packageOf(name)
  const { bin } = require(manifest)
  const script = path.join(path.dirname(manifest), typeof bin === 'string' ? bin : bin[command])
  const run = spawnSync(process.execPath, [script, ...words], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  return run.status ?? 1
}

/** @param {string} name */
function packageOf(name) {
  return path.join(root, 'node_modules', ...name.split('/'), 'package.json')
}
