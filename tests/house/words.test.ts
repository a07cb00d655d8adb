import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesNamed, readSource, sourceOf, textOf, walk } from '../sources.ts'

/** `where`: files in which the word has its meaning of the glossary (CONTRIBUTING.md). */
type Banned = { word: RegExp; instead: string; where?: RegExp }

const speaking =
  /^(?:app\/features\/(?:agenda|exchange|floor|invitations|live|notes|publishing|speaking)|db|emails|tests|public\/live)/
// What somebody said, wrote or typed.
const said =
  /^app\/features\/notes|^app\/features\/recap|^app\/features\/live\/domain\/cues|^(?:db|tests|emails|public)\//

const banned: Banned[] = [
  {
    word: /\bturns?\b/,
    instead: 'attempt, lock, slot, changesAt: a turn is a person speaking',
    where: speaking,
  },
  { word: /\bturnstile\b/, instead: 'limiter' },
  { word: /\btruth\b/, instead: 'basis' },
  {
    word: /\bsettle(?:s|d|ment|ments)?\b|\bsettling\b/,
    instead: 'resolve, save, answer: a registration is settled',
    where: /^app\/features\/registration\//,
  },
  {
    word: /\b(?:state|reason|column|done|saved|closed|line|note kind|format|person field|consent|entry|privacy|cue|draft|import|registration|part|slot|when|venue|place|rest|button|label|field) words\b/,
    instead: 'label (of a code) or text (a sentence of ours): words are what somebody said',
    where: said,
  },
  { word: /\bwords pair\b/, instead: 'text pair' },
  { word: /\b(?:curtain|bell|flights?|last resort|saying)\b/, instead: 'what it does, in plain words' },
  {
    word: /\blead\b/,
    instead: 'what comes first, by its name: the lead is the first paragraph of a recap',
    where: /^(?:app\/features\/recap|db|tests)\//,
  },
  { word: /\b(?:settling|arrivals) desk\b/, instead: 'a queue or a writer: a desk is where organizers work' },
  { word: /\bfield frame\b/, instead: 'field box: a frame is what stands around a page' },
]

/** Only files with one of these somewhere are parsed. */
const worthALook = /(?<!re)turn|truth|settl|words|curtain|bell|flight|last-?resort|saying|lead|desk|frame/i

const wordsIn = (name: string) =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_.]/g, ' ')
    .toLowerCase()

function namesIn(file: string): string[] {
  const names: string[] = [path.basename(file).replace(/\.\w+$/, '')]
  if (file.endsWith('.css') || !worthALook.test(textOf(file))) return names
  walk(readSource(file).tree, (node) => {
    const isNamed =
      ts.isVariableDeclaration(node) ||
      ts.isFunctionDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isBindingElement(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isPropertySignature(node)
    if (isNamed && node.name && ts.isIdentifier(node.name)) names.push(node.name.text)
  })
  return names
}

function faultOf(file: string, name: string): string[] {
  const words = wordsIn(name)
  const wrong = banned.find(({ word, where }) => word.test(words) && !where?.test(file))
  if (wrong) return [`${file}: ${name} (${wrong.instead})`]
  return []
}

const files = filesNamed(/\.(?:tsx?|mjs|js|css)$/)

test('a word of the glossary is used for nothing else, in names of files and in code', () => {
  const found = files.flatMap((file) => [...new Set(namesIn(file))].flatMap((name) => faultOf(file, name)))
  expect(found).toEqual([])
})

test.each([
  ['app/shared/http/rate-limit.server.ts', 'takeTurn'],
  ['app/jobs.ts', 'forgetOldTurns'],
  ['app/features/registration/organize/export/export-turns.server.ts', 'export-turns.server'],
  ['app/features/mail/domain/facts/truth.server.ts', 'EventTruth'],
  ['app/features/mail/domain/sending/outbox-queue.server.ts', 'settleMail'],
  ['app/features/registration/state-words.tsx', 'StateWords'],
  ['app/organize/words-pair.tsx', 'WordsPair'],
  ['app/server/web/web-server.server.ts', 'lastResort'],
  ['app/server/web/pages/page-cache.server.ts', 'flights'],
])('in %s the former name %s is found', (file, name) => {
  expect(faultOf(file, name)).toHaveLength(1)
})

test('a page of the moderator is not called a room', () => {
  const named = files.filter((file) => /^app\/features\/live\/(?:[^/]*-)?room\b/.test(file))
  expect(named).toEqual([])
})

/** Functions called `read…` in a file that ask the database, themselves or by what they call. */
function queriesCalledRead(file: string, text: string): string[] {
  if (!/\bread[A-Z]/.test(text)) return []
  const { tree } = sourceOf(file, text)
  const queries = new Set(['database', 'withTransaction', 'tx'])
  const named = new Map<string, string[]>()
  for (const one of tree.statements) {
    if (ts.isImportDeclaration(one) && /\.server\.ts'$/.test(one.moduleSpecifier.getText(tree))) {
      for (const [name = ''] of one.getText(tree).matchAll(/\b(?:find|get|list)[A-Z]\w*/g)) queries.add(name)
    }
    const [found] = ts.isVariableStatement(one) ? one.declarationList.declarations : [one]
    if (!found || !(ts.isFunctionDeclaration(found) || ts.isVariableDeclaration(found))) continue
    const within: string[] = []
    walk(found, (node) => {
      if (ts.isIdentifier(node)) within.push(node.text)
    })
    if (found.name && ts.isIdentifier(found.name)) named.set(found.name.text, within)
  }
  const reaches = (name: string, seen = new Set([name])): boolean =>
    (named.get(name) ?? []).some(
      (next) => queries.has(next) || (!seen.has(next) && named.has(next) && reaches(next, seen.add(next))),
    )
  return [...named.keys()].filter((name) => /^read[A-Z]/.test(name) && reaches(name))
}

test('to read is to parse: what asks the database finds, gets or lists', () => {
  const found = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => queriesCalledRead(file, textOf(file)).map((name) => `${file}: ${name}`))
  expect(found).toEqual([])
})

test.each([
  ['async function readRows() {\n  return plainRows()\n}\nconst plainRows = () => database().select()', true],
  ['async function readRooms(tx: Transaction) {\n  return tx.select().from(room)\n}', true],
  ["import { getEvent } from './event.server.ts'\nconst readHead = (id: string) => getEvent(id)", true],
  [
    "import { getEvent } from './event.server.ts'\nconst readPage = (text: string) => JSON.parse(text)",
    false,
  ],
])('in %j a query called read is found: %j', (text, isFound) => {
  expect(queriesCalledRead('app/shared/one.server.ts', text)).toHaveLength(isFound ? 1 : 0)
})

test('the glossary explains every word that has one meaning', () => {
  const glossary = textOf('CONTRIBUTING.md').split('## Words')[1] ?? ''
  const terms = [
    'turn',
    'room',
    'words',
    'label',
    'text',
    'desk',
    'fault',
    'frame',
    'settle',
    'basis',
    'lead',
    'clash',
    'read',
  ]
  for (const term of terms) expect(glossary).toContain(`**${term}**`)
})
