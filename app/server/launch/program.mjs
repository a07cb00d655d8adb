import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {typeof import('../main.server.ts')['processes']} Processes
 * @typedef {Parameters<Processes['serve']>[0]} Serving
 * @typedef {{ processes: Processes, serving: Serving }} Program
 */

/**
 * The built program: its verbs for processes, and the build for the request handler.
 * @param {string} root
 * @returns {Promise<Program>}
 */
export async function loadProgram(root) {
  const build = await import(pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href)
  return { processes: build.entry.module.processes, serving: { build, root } }
}

/**
 * The same from the sources, through Vite, which reads them again when they change.
 * @param {string} root
 * @param {import('./ending.mjs').AtEnd} atEnd
 * @returns {Promise<Program>}
 */
export async function loadSources(root, atEnd) {
  const { createServer } = await import('vite')
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true } })
  atEnd(() => vite.close())
  /** @type {any} */
  const build = await vite.ssrLoadModule('virtual:remix/server-build')
  return { processes: build.entry.module.processes, serving: { build, root, vite } }
}
