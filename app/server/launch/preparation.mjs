import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { takeLock } from './lock.mjs'
import { install, isInstalled } from './npm.mjs'
import { codeOf, stopWith } from './sentence.mjs'

/** @typedef {(line: string) => void} Say */

const needed = { major: 20, minor: 19 }

/** Stops with a sentence on a Node.js that is too old. */
export function checkNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > needed.major || (major === needed.major && minor >= needed.minor)) return
  throw stopWith(`Bàn Tròn needs Node.js ${needed.major}.${needed.minor} or later, and this is ${version}.`)
}

/**
 * Installs the packages when needed; one program at a time.
 * @param {string} root
 * @param {Say} say
 */
export async function ensureInstalled(root, say) {
  if (isInstalled(root)) return
  await alone(root, () => {
    if (isInstalled(root)) return
    say('Installing the packages …')
    install(root)
  })
}

/**
 * Builds when a source is newer than the build; one program at a time.
 * @param {string} root
 * @param {Say} say
 */
export async function ensureBuilt(root, say) {
  const { isBuilt } = await import('./freshness.mjs')
  if (isBuilt(root)) return
  await alone(root, async () => {
    if (isBuilt(root)) return
    say('Building …')
    const { build } = await import('../build.mjs')
    await build(root)
  })
}

/**
 * @param {string} root
 * @param {() => void | Promise<void>} work
 */
async function alone(root, work) {
  const folder = path.join(root, '.cache')
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw stopWith(
      `The packages or the build are missing or old, and ${root} cannot be written (${codeOf(error)}): run \`npm ci && npm run build\` as its owner.`,
    )
  }
  const lock = await takeLock(path.join(folder, 'build.lock'), {
    purpose: 'build',
    patience: 15 * 60_000,
    refuse: (holder) =>
      `Process ${holder?.pid} has been installing or building for a quarter of an hour: see what holds it.`,
  })
  try {
    return await work()
  } finally {
    lock.release()
  }
}
