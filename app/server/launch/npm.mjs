import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf, stopWith } from './sentence.mjs'

/**
 * Runs npm in the checkout, the same npm that runs us where there is one; its words go to the terminal.
 * @param {string} root
 * @param {string[]} words
 */
export function npm(root, words) {
  const script = process.env.npm_execpath
  const ours = script?.endsWith('.js') && existsSync(script) ? script : null
  const command = ours ? process.execPath : 'npm'
  const first = ours ? [ours] : []
  const env = { ...process.env }
  Reflect.deleteProperty(env, 'NODE_ENV')
  const shell = !ours && process.platform === 'win32'
  const run = spawnSync(command, [...first, ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell,
  })
  if (run.error)
    throw stopWith(`npm could not be run (${codeOf(run.error)}): install Node.js together with npm.`)
  return run.status === 0
}

/**
 * Installs the packages when they are missing or others than the lock file names.
 * @param {string} root
 */
export function install(root) {
  // A NODE_ENV of production would leave out what the build needs.
  if (npm(root, ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'])) return
  throw stopWith('The packages could not be installed: see the words of npm above.')
}

/**
 * Whether node_modules holds what the lock file names.
 * @param {string} root
 */
export function isInstalled(root) {
  const wanted = path.join(root, 'package-lock.json')
  const found = path.join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(found)) return false
  if (statSync(found).mtimeMs >= statSync(wanted).mtimeMs) return true
  // Times say little after a copy or a checkout, so what looks old is read.
  return isSameInstall(
    JSON.parse(readFileSync(wanted, 'utf8')).packages,
    JSON.parse(readFileSync(found, 'utf8')).packages,
  )
}

/**
 * Whether an install has every package of a lock file, in its version; those for other machines may be missing.
 * @param {Record<string, { version?: string, optional?: boolean }>} wanted
 * @param {Record<string, { version?: string }>} found
 */
export function isSameInstall(wanted, found) {
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    if (place === '') return true
    const there = found[place]
    return there ? there.version === version : Boolean(optional)
  })
}
