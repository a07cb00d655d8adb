import { stopWith } from './sentence.mjs'

const tasks = ['dev', 'worker', 'migrate', 'seed', 'backup', 'restore']

/**
 * What the command line asks for.
 * @param {string[]} words
 * @returns {{ name: string, file?: string, force: boolean }}
 */
export function parseTask(words) {
  const flags = words.filter((word) => word.startsWith('--')).map((word) => word.slice(2))
  const files = words.filter((word) => !word.startsWith('--'))
  const names = flags.filter((flag) => flag !== 'force')
  const unknown = names.find((name) => !tasks.includes(name))
  if (unknown)
    throw stopWith(`There is no --${unknown}: known are ${tasks.map((name) => `--${name}`).join(', ')}.`)
  const name = names[0] ?? 'start'
  const takesFile = name === 'backup' || name === 'restore'
  if (names.length > 1 || files.length > (takesFile ? 1 : 0))
    throw stopWith(`Too many words: ${words.join(' ')}.`)
  if (name === 'restore' && !files[0])
    throw stopWith('Name the file to restore from: npm run db:restore -- FILE.')
  return { name, ...(files[0] ? { file: files[0] } : {}), force: flags.includes('force') }
}
