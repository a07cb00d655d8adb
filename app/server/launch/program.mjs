import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** The built program: its verbs for processes, and the build for the request handler. */
export async function loadProgram(root) {
  const build = await import(pathToFileURL(path.join(root, 'build', 'server', 'index.js')).href)
  return { processes: build.entry.module.processes, serving: { build, root } }
}

/** The same from the sources, through Vite, which reads them again when they change. */
export async function loadSources(root, atEnd) {
  const { createServer } = await import('vite')
  const vite = await createServer({ root, appType: 'custom', server: { middlewareMode: true } })
  atEnd(() => vite.close())
  const build = () => vite.ssrLoadModule('virtual:remix/server-build')
  return { processes: (await build()).entry.module.processes, serving: { build, root, vite } }
}
