import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesNamed, readSource, type Source, walk } from './sources.ts'

/**
 * What writes several mails, all of them to one person: the address and the assistant's, the old one and the new. Or to
 * each of several the one that they set off themselves.
 */
const toOnePerson: Record<string, string> = {
  tryCampaign: 'whoever tries it out, in both of its languages',
  renewSpeakingLinks: 'a speaker and an assistant',
  sendSpeakingLink: 'a speaker and an assistant',
  askNewcomers: 'whoever asks to join, in a group only by the moment in which each of them asked',
  testAnnouncement: 'the organizer who asks, in both languages',
  tellOldAddress: 'the old address of one person',
}

/** Who may set off mails to several people that nobody has looked at: route or task, and why. */
const ownDoing =
  'an attendee does it for themselves; the seat that it frees is offered by the rules of the line'
const one = 'one person, by a verb that could write for several; an assistant has a copy'
const admins = 'a body is asked or answered through its admins, and who they are is not shown to the asker'
const bothAgreed = 'two supporters who agreed to have exactly this mail: each gets the address of the other'
const unseen: Record<string, string> = {
  'registration/register.tsx#action': ownDoing,
  'registration/category.tsx#action': ownDoing,
  'quotas/invited.tsx#action': ownDoing,
  'registration/acceptance.ts#action': ownDoing,
  'registration/cancellation.tsx#action': ownDoing,
  'registration/companions/companions.tsx#action': ownDoing,
  'registration/address-proof.tsx#action': 'an attendee is told at both of their addresses',
  'own-agenda/seat-removal.ts#action': ownDoing,
  'own-agenda/seat.ts#action': ownDoing,
  'own-agenda/places/places.tsx#action': ownDoing,
  'own-agenda/parts/part.ts#action': one,
  'registration/organize/new-registration.tsx#action': one,
  'registration/organize/steps/approval.ts#action': one,
  'invitations/organize/request.ts#action': one,
  'invitations/organize/renewal.ts#action': one,
  'next-event/copy.tsx#action': admins,
  'organizations/organize/hosts.tsx#action': admins,
  'organizations/organize/hosting-acceptance.ts#action': admins,
  'organizations/organize/hosting-refusal.ts#action': admins,
  'initiatives/organize/bodies/bodies-page.tsx#action': admins,
  'initiatives/organize/bodies/initiative-acceptance.ts#action': admins,
  'initiatives/organize/bodies/initiative-refusal.ts#action': admins,
  'supporters/introduction.tsx#action': bothAgreed,
  'supporters/introduction-refusal.ts#action': bothAgreed,
  'jobs.ts#loops': 'a campaign was looked at, counted and sent by somebody, and held for a minute',
  'jobs.ts#tasks': 'the clock: nobody is there to look',
}

/**
 * In these calls every mail is looked at, held back and undone; `undoable` is the same for one registration,
 * `selectionAction` for many that were chosen.
 */
const inActs = new Set(['performAct', 'performSeenAct', 'undoable', 'selectionAction'])
/** Look at what would be mailed, and take it back. */
const rehearsals = new Set(['previewPublication'])

const program = filesNamed(/\.tsx?$/, 'app')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map(readSource)
const byPath = new Map(program.map((source) => [source.path, source]))

type Used = { at: string; name: string }
/** A function as `file#name`, with whatever it names, and whether it writes mails to several by itself. */
type Known = { uses: Used[]; writesMany: boolean }

function importsOf({ tree, path: from }: Source): Map<string, Used> {
  const found = new Map<string, Used>()
  for (const node of tree.statements) {
    if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) continue
    const { text } = node.moduleSpecifier
    const at = text.startsWith('#') ? text.slice(1) : path.join(path.dirname(from), text)
    const names = node.importClause?.namedBindings
    if (!byPath.has(at) || !names || !ts.isNamedImports(names)) continue
    for (const one of names.elements)
      found.set(one.name.text, { at, name: (one.propertyName ?? one.name).text })
  }
  return found
}

/** The functions and values of a file, each by its name; what stands outside of all is `''`. */
function partsOf({ tree }: Source): [string, ts.Node][] {
  return tree.statements.flatMap((node): [string, ts.Node][] => {
    if (ts.isFunctionDeclaration(node)) return [[node.name?.text ?? '', node]]
    if (!ts.isVariableStatement(node)) return []
    return node.declarationList.declarations.map((one) => [one.name.getText(), one])
  })
}

function readPart(node: ts.Node, resolve: (name: string) => Used): Known {
  const known: Known = { uses: [], writesMany: false }
  const look = (at: ts.Node, inLoop: boolean) => {
    if (ts.isCallExpression(at) && ts.isIdentifier(at.expression)) {
      const { text: called } = at.expression
      if (inActs.has(called) || rehearsals.has(called)) return
      const several = at.arguments.length > 1 || at.arguments.some(ts.isSpreadElement) || inLoop
      if ((called === 'queueMail' && several) || called === 'outboxInsert') known.writesMany = true
    }
    if (ts.isIdentifier(at)) known.uses.push(resolve(at.text))
    at.forEachChild((child) => look(child, inLoop || isLoop(at)))
  }
  look(node, false)
  return known
}

function isLoop(node: ts.Node): boolean {
  if (ts.isForOfStatement(node) || ts.isForStatement(node) || ts.isWhileStatement(node)) return true
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    /^(map|flatMap|forEach)$/.test(node.expression.name.text)
  )
}

function readProgram(): Map<string, Known> {
  const all = new Map<string, Known>()
  for (const source of program) {
    const imported = importsOf(source)
    const resolve = (name: string) => imported.get(name) ?? { at: source.path, name }
    for (const [name, node] of partsOf(source)) all.set(`${source.path}#${name}`, readPart(node, resolve))
  }
  return all
}

const functions = readProgram()

/** By which functions, from here on, several people are mailed; null when they are not. */
function wayToMany(start: string): string[] | null {
  const from = new Map<string, string | null>([[start, null]])
  for (const key of from.keys()) {
    const known = functions.get(key)
    const name = key.slice(key.indexOf('#') + 1)
    if (!known || name in toOnePerson) continue
    if (known.writesMany) {
      const way = []
      for (let at: string | null | undefined = key; at; at = from.get(at)) way.unshift(at.replace(/.*#/, ''))
      return way
    }
    for (const used of known.uses) {
      const next = `${used.at}#${used.name}`
      if (!from.has(next)) from.set(next, key)
    }
  }
  return null
}

test('the outbox is written in one place', () => {
  const writers = program.filter(({ tree }) =>
    /insert into outbox\b|\.insert\((schema\.)?outbox\)/i.test(tree.text),
  )
  expect(writers.map((one) => one.path)).toEqual(['app/features/mail/domain/queue-mail.server.ts'])
})

test('whatever mails several people is looked at before, by an act, or is explained here', () => {
  const routes = new Set<string>()
  for (const path of [
    'app/routes.ts',
    'app/event-desk-routes.ts',
    'app/initiative-desk-routes.ts',
    'app/personal-routes.ts',
  ]) {
    const map = byPath.get(path)
    if (!map) throw new Error(`${path} is not there`)
    walk(map.tree, (node) => {
      if (ts.isStringLiteral(node) && node.text.startsWith('features/')) routes.add(`app/${node.text}`)
    })
  }
  const starts = [...routes].flatMap((route) => ['action', 'loader'].map((name) => `${route}#${name}`))
  const found = [...starts, 'app/jobs.ts#tasks', 'app/jobs.ts#loops'].flatMap((start) => {
    const way = wayToMany(start)
    return way ? [[start.replace(/^app\/(features\/)?/, ''), way.join(' > ')] as const] : []
  })
  expect(found.length).toBeGreaterThan(0)
  expect(found.filter(([start]) => !(start in unseen))).toEqual([])
  expect(Object.keys(unseen).filter((start) => !found.some(([one]) => one === start))).toEqual([])
})

test('a list of one person explains nothing that is gone', () => {
  const names = new Set(
    [...functions].filter(([, one]) => one.writesMany).map(([key]) => key.replace(/.*#/, '')),
  )
  expect(Object.keys(toOnePerson).filter((name) => !names.has(name))).toEqual([])
})
