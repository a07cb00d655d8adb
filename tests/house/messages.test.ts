import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesNamed, readSource, textOf, walk } from '../sources.ts'

type Variants = { declarations: string[]; selectors: string[]; match: Record<string, string> }[]
type Messages = Record<string, string | Variants>

const settings = JSON.parse(textOf('app/messages/project.inlang/settings.json')) as Record<
  string,
  { pathPattern: string[] }
>
const files = (settings['plugin.inlang.messageFormat']?.pathPattern ?? []).map(
  (file) => /([a-z-]+)\.json$/.exec(file)?.[1] ?? file,
)
const words = { vi: read('vi'), en: read('en') }
const keys = new Set(Object.values(words.vi).flatMap((messages) => Object.keys(messages)))
const all = [...Object.values(words.vi), ...Object.values(words.en)].flatMap((messages) =>
  Object.entries(messages),
)

describe.each(files)('%s.json', (file) => {
  const vi = words.vi[file] ?? {}
  const en = words.en[file] ?? {}

  test('says the same in both languages, in order', () => {
    expect(Object.keys(vi)).toEqual(Object.keys(vi).sort())
    expect(Object.keys(en)).toEqual(Object.keys(vi))
  })

  test('holds keys of its own only', () => {
    const shape = new RegExp(`^${file}(\\.[a-z0-9-]+)+$`)
    expect(Object.keys(vi).filter((key) => !shape.test(key))).toEqual([])
  })

  test('asks for the same facts in both languages', () => {
    const asked = (messages: Messages) =>
      Object.entries(messages).map(([key, message]) => `${key}: ${factsOf(message).join(', ')}`)
    expect(asked(en)).toEqual(asked(vi))
  })
})

test('every message is written: composed letters, no spaces around it, no exclamation mark', () => {
  const texts = all.flatMap(([key, message]) => textsOf(message).map((text) => ({ key, text })))
  const wrong = texts.filter(
    ({ text }) =>
      text === '' || text !== text.normalize('NFC').trim() || text.includes('!') || / {2}/.test(text),
  )
  expect(wrong).toEqual([])
})

test('what a message counts by has a name of its own: under that of a fact it would match nothing', () => {
  const shadowed = all.filter(([, message]) =>
    typeof message === 'string'
      ? false
      : message.some(({ declarations }) => declarations.some((one) => /^local (\w+) = \1:/.test(one))),
  )
  expect(shadowed.map(([key]) => key)).toEqual([])
})

test('every file of messages is one that is compiled', () => {
  const found = filesNamed(/\.json$/, 'app/messages')
  expect(found.sort()).toEqual(['en', 'vi'].flatMap((one) => files.map((file) => path(one, file))).sort())
})

describe('the code and the messages', () => {
  const { literals, templates } = spoken()
  const begins = new RegExp(`^(${files.join('|')})\\.`)
  const looksLikeKey = new RegExp(`${begins.source}[a-z0-9-]+(\\.[a-z0-9-]+)+$`)
  const ofKeys = templates.filter(({ text }) => looksLikeKey.test(text.replaceAll('{}', 'x')))

  test('no key is spoken that is not there', () => {
    const missing = [...literals].map((text) => text.split('?', 1)[0] ?? text)
    expect(missing.filter((text) => looksLikeKey.test(text) && !keys.has(text))).toEqual([])
    const empty = ofKeys.filter(
      ({ pattern, text }) => !keys.has(text) && ![...keys].some((key) => pattern.test(key)),
    )
    expect(empty.map(({ text }) => text)).toEqual([])
  })

  test('no key is there that nobody speaks', () => {
    const isSpoken = (key: string) =>
      literals.has(key) || ofKeys.some(({ pattern }) => pattern.exec(key)?.slice(1).every(isWord))
    expect([...keys].filter((key) => !isSpoken(key))).toEqual([])
  })

  /** What fills a template is a word of the code itself, or made by another template from such words. */
  function isWord(text: string): boolean {
    if (literals.has(text)) return true
    return templates.some(({ pattern, text: own }) => {
      const filled = own.includes('{}') && own.length > 5 ? pattern.exec(text) : null
      return filled?.slice(1).every((part) => literals.has(part)) ?? false
    })
  }
})

function read(locale: 'vi' | 'en'): Record<string, Messages> {
  return Object.fromEntries(files.map((file) => [file, JSON.parse(textOf(path(locale, file)))]))
}

function path(locale: string, file: string): string {
  return `app/messages/${locale}/${file}.json`
}

function textsOf(message: string | Variants): string[] {
  return typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))
}

function factsOf(message: string | Variants): string[] {
  if (typeof message === 'string') return named(message, /\{(\w+)\}/g)
  return named(message.flatMap(({ declarations }) => declarations).join('\n'), /^input (\w+)/gm)
}

function named(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, name]) => name ?? ''))].sort()
}

/** All texts of the program: whole ones, names of properties, and templates with `{}` for what is filled in. */
function spoken() {
  const literals = new Set<string>()
  const templates: { text: string; pattern: RegExp }[] = []
  const program = filesNamed(/\.tsx?$/).filter((file) => !/\.test\.tsx?$|^(tests|public)\//.test(file))
  for (const file of program) {
    walk(readSource(file).tree, (node) => {
      if (ts.isTemplateExpression(node)) templates.push(templateOf(node))
      else if (ts.isStringLiteralLike(node)) literals.add(node.text)
      else if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name)) literals.add(node.name.text)
    })
  }
  return { literals, templates }
}

function templateOf(node: ts.TemplateExpression) {
  const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]
  const [text = ''] = parts.join('{}').split('?', 1)
  const escaped = text.split('{}').map((part) => part.replace(/[.*+?^$()|[\]\\{}]/g, '\\$&'))
  return { text, pattern: new RegExp(`^${escaped.join('([a-z0-9-]+)')}$`) }
}
