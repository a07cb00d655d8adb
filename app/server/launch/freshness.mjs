import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const sources = ['app', 'db', 'emails', 'public', 'package.json', 'package-lock.json']
const settings = ['vite.config.ts', 'remix.config.js', 'tsconfig.json']
/** Made by the build, or no part of it. */
const leftOut =
  /^app\/(paraglide|server\/(launch|backup\.mjs|start\.mjs))(\/|$)|^app\/messages\/project\.inlang\/(?!settings)|^db\/migrations\/|\.test\.tsx?$/

/** Whether a source belongs to the build, by its path from the root with forward slashes. */
export const isSource = (/** @type {string} */ file) => !leftOut.test(file)

/**
 * One text for the content of all sources: equal text, equal build. Times lie after a checkout or a copy.
 * @param {string} root
 */
export function stampOf(root) {
  const hash = createHash('sha256')
  for (const file of [...sources, ...settings].flatMap((entry) => filesBelow(root, entry))) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(path.join(root, file)))
      .update('\0')
  }
  return hash.digest('hex')
}

const stampFile = (/** @type {string} */ root) => path.join(root, 'build', 'stamp')

/**
 * Whether build/ was made from the sources as they are.
 * @param {string} root
 */
export function isBuilt(root) {
  const file = stampFile(root)
  const isThere = existsSync(file) && existsSync(path.join(root, 'build', 'server', 'index.js'))
  return isThere && readFileSync(file, 'utf8') === stampOf(root)
}

export const writeStamp = (/** @type {string} */ root, /** @type {string} */ stamp) =>
  writeFileSync(stampFile(root), stamp)

/**
 * @param {string} root
 * @param {string} entry
 * @returns {string[]}
 */
function filesBelow(root, entry) {
  if (!isSource(entry) || !existsSync(path.join(root, entry))) return []
  if (statSync(path.join(root, entry)).isFile()) return [entry]
  const items = readdirSync(path.join(root, entry), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  return items.flatMap((item) => {
    const inner = `${entry}/${item.name}`
    if (item.isDirectory()) return filesBelow(root, inner)
    return item.isFile() && isSource(inner) ? [inner] : []
  })
}
