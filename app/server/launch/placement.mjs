import { randomUUID } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { codeOf, stopWith } from './sentence.mjs'

/** @typedef {{ uid?: number, gid?: number }} Ids who runs a program; empty: this user */
/** @typedef {{ directory: string, ids: Ids, exists: boolean }} Place */
/** @typedef {import('node:fs').Stats} Stats */

/**
 * PostgreSQL refuses to run as root, so root gives it to this user (nobody), who must be able to enter every folder
 * above the cluster and the programs. Below a 0700 home that cannot be: then they live here, DATA_DIR/postgres is a
 * link to the cluster, and nobody's rights on the home are widened.
 */
const nobody = { uid: 65534, gid: 65534 }
export const outside = '/var/lib/ban-tron'

export const isRoot = () => process.getuid?.() === 0

/**
 * Whether a user may go through (1), or read and go through (5), by a folder's or file's mode.
 * @param {{ uid: number, gid: number, mode: number }} stats
 * @param {Ids} ids
 * @param {number} wanted
 */
export function modeAllows(stats, ids, wanted) {
  if (ids.uid === 0 || ids.uid === undefined) return true
  const shift = stats.uid === ids.uid ? 6 : stats.gid === ids.gid ? 3 : 0
  return ((stats.mode >> shift) & wanted) === wanted
}

/**
 * Whether a user may go through every folder above a path.
 * @param {string} target
 * @param {Ids} ids
 * @returns {boolean}
 */
export function canReach(target, ids) {
  const parent = path.dirname(target)
  if (!modeAllows(statSync(parent), ids, 1)) return false
  return parent === target || canReach(parent, ids)
}

/**
 * Where the cluster of a data folder lies and who runs its server (`ids` are for spawn; empty: this user).
 * @param {string} dataDir
 * @returns {Place}
 */
export function placeCluster(dataDir) {
  const entry = path.join(dataDir, 'postgres')
  const found = lstatSync(entry, { throwIfNoEntry: false })
  const target = statSync(entry, { throwIfNoEntry: false })
  if (found && !target) {
    // A start that was killed between the link and the cluster goes on where it was.
    const aim = path.resolve(dataDir, readlinkSync(entry))
    if (isRoot() && existsSync(path.dirname(aim))) return { directory: aim, ids: nobody, exists: false }
    throw stopWith(
      `${entry} points to a folder that is gone: bring it back, or remove ${entry} to start with an empty database.`,
    )
  }
  const directory = target ? realpathSync(entry) : path.join(realpathSync(dataDir), 'postgres')
  const exists = Boolean(target) && readdirSync(directory).length > 0
  return isRoot()
    ? placeForRoot({ dataDir, entry, directory, target, exists })
    : placeForUser({ directory, target, exists })
}

/**
 * @param {{ directory: string, target: Stats | undefined, exists: boolean }} found
 * @returns {Place}
 */
function placeForUser({ directory, target, exists }) {
  if (target && process.getuid && target.uid !== process.getuid()) {
    throw stopWith(
      `The database in ${directory} belongs to another user (number ${target.uid}): start as that user or as root.`,
    )
  }
  return { directory, ids: {}, exists }
}

/**
 * @param {{ dataDir: string, entry: string, directory: string, target: Stats | undefined, exists: boolean }} found
 * @returns {Place}
 */
function placeForRoot({ dataDir, entry, directory, target, exists }) {
  const ids = target && target.uid !== 0 ? { uid: target.uid, gid: target.gid } : nobody
  const stats = statSync(dataDir)
  if (stats.uid === 0 && !modeAllows(stats, ids, 1)) chmodSync(dataDir, stats.mode | 0o011)
  if (target?.uid === 0) giveTo(directory, ids)
  if (canReach(directory, ids)) return { directory, ids, exists }
  if (target) {
    throw stopWith(
      `The database in ${directory} cannot be reached by user ${ids.uid}, who runs it for root: move the folder to where every user may enter, and set DATA_DIR.`,
    )
  }
  const elsewhere = path.join(outsideFolder(), randomUUID(), 'postgres')
  mkdirSync(path.dirname(elsewhere), { mode: 0o711 })
  symlinkSync(elsewhere, entry)
  return { directory: elsewhere, ids, exists: false }
}

/** The folder outside all homes, made when it is first needed. */
export function outsideFolder() {
  try {
    mkdirSync(outside, { recursive: true, mode: 0o711 })
    chmodSync(outside, 0o711)
  } catch (error) {
    throw stopWith(
      `This folder is closed to other users, so the database would go to ${outside}, which cannot be made (${codeOf(error)}): set DATA_DIR to a folder that every user may enter.`,
    )
  }
  return outside
}

/**
 * Gives a file, or a folder and all in it, to another user; to none, it stays as it is.
 * @param {string} target
 * @param {Ids} ids
 */
export function giveTo(target, { uid, gid }) {
  if (uid === undefined || gid === undefined) return
  chownSync(target, uid, gid)
  if (!statSync(target).isDirectory()) return
  for (const item of readdirSync(target, { withFileTypes: true })) {
    const inner = path.join(target, item.name)
    if (item.isDirectory()) giveTo(inner, { uid, gid })
    else if (item.isFile()) chownSync(inner, uid, gid)
  }
}
