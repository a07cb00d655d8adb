import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const index = /\/app\/paraglide\/messages\/_index\.js$/
const imported = /^import .*$/gm
const comment = /\/\*\*(?: @|\n)[\s\S]*?\*\//g

/**
 * All texts as one module. The compiler writes a file for each, so that a page's script holds its own texts alone; a
 * worker of the tests spent 14 seconds on opening three thousand of them.
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
