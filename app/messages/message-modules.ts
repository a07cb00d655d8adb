import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const index = /\/app\/paraglide\/messages\/_index\.js$/
const imported = /^import .*$/gm
const comment = /\/\*\*(?: @|\n)[\s\S]*?\*\//g

const everything = /^export \* from '(.+)'$/gm
const exported = /^export \{.* as (".+") \}/gm

/**
 * For the browser's program: a module a text, each told by its name. The compiler's index says only "all of that file",
 * and the bundler asked each of four thousand files for each of four thousand names.
 */
export const namedMessages: Plugin = {
  name: 'named-messages',
  apply: 'build',
  load(id) {
    if (!index.test(id)) return null
    const folder = path.dirname(id)
    return readFileSync(id, 'utf8').replace(everything, (_, file: string) => {
      const text = readFileSync(path.join(folder, file), 'utf8')
      const names = Array.from(text.matchAll(exported), ([, name]) => name)
      return `export { ${names.join(', ')} } from '${file}'`
    })
  },
}

/**
 * For the server's program and the tests: all texts as one module. The compiler writes a file for each, so that a page's
 * script holds its own texts alone; a worker of the tests spent 14 seconds on opening three thousand of them.
 */
export const joinedMessages: Plugin = {
  name: 'joined-messages',
  load(id) {
    if (!index.test(id)) return null
    const folder = path.dirname(id)
    // While developing, all texts of a language are one module already.
    if (existsSync(path.join(folder, 'vi.js'))) return null
    const texts = readdirSync(folder)
      .filter((name) => name.endsWith('.js') && name !== '_index.js')
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    const imports = new Set(texts.flatMap((text) => text.match(imported) ?? []))
    return [...imports, ...texts.map((text) => text.replace(imported, '').replace(comment, ''))].join('\n')
  },
}
