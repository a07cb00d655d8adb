import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { filesNamed, readSource, textOf, walk } from '../sources.ts'

const files = filesNamed(/\.(tsx?|mjs|js|css)$/)
const most = 30

function grouped(all: string[], keyOf: (file: string) => string | undefined): [string, string[]][] {
  const groups = new Map<string, string[]>()
  for (const file of all) {
    const key = keyOf(file)
    if (key !== undefined) groups.set(key, [...(groups.get(key) ?? []), file])
  }
  return [...groups]
}

test('no folder holds more files than one takes in at a glance', () => {
  const full = grouped(files, path.dirname).filter(
    ([folder, held]) => held.length > most && folder !== 'db/seeds',
  )
  expect(full.map(([folder, held]) => `${folder}: ${held.length}`)).toEqual([])
})

test('a name means one file of its feature', () => {
  const named = (file: string) => {
    const feature = /^app\/(?:features\/[^/]+|organize|public|shared|ui|server)\//.exec(file)?.[0]
    const name = path.basename(file).replace(/(\.(server|test|schema|fixture))*\.\w+$/, '')
    const kind = /\.(test|schema|fixture|css)\b/.exec(path.basename(file))?.[1] ?? ''
    return feature && `${feature}${name} ${kind}`
  }
  // What runs on the server and what it draws may share a name where they stand beside each other.
  const doubled = grouped(files, named).filter(([, held]) => new Set(held.map(path.dirname)).size > 1)
  expect(doubled.map(([, held]) => held.join(' and '))).toEqual([])
})

const mostLines = 80

test('no function is longer than one follows from its name', () => {
  const long = filesNamed(/\.(tsx?|mjs|js)$/).flatMap((file) => longFunctions(file))
  expect(long).toEqual([])
})

function longFunctions(file: string): string[] {
  if (textOf(file).split('\n').length <= mostLines) return []
  const { tree } = readSource(file)
  const lineOf = (place: number) => tree.getLineAndCharacterOfPosition(place).line
  const found: string[] = []
  walk(tree, (node) => {
    if (!ts.isFunctionLike(node) || !('body' in node) || !node.body) return
    if (isOnlyFrame(node)) return
    const facts = file.startsWith('db/seeds/') ? returnedLiteral(node.body) : undefined
    const own = (part: ts.Node) => lineOf(part.end) - lineOf(part.getStart()) + 1
    const lines = own(node) - (facts ? own(facts) : 0)
    if (lines > mostLines) found.push(`${file}: ${nameOf(node)} ${lines}`)
  })
  return found
}

/** The wrapper of a whole script, and what `describe` groups: frames of functions, which count one by one. */
function isOnlyFrame(node: ts.Node): boolean {
  const call = ts.isParenthesizedExpression(node.parent) ? node.parent.parent : node.parent
  if (!ts.isCallExpression(call)) return false
  if (call.arguments.some((one) => one === node)) return /^describe\b/.test(call.expression.getText())
  return ts.isExpressionStatement(call.parent) && ts.isSourceFile(call.parent.parent)
}

/** A table of facts, which its function only hands out. */
function returnedLiteral(body: ts.Node): ts.Node | undefined {
  const last = ts.isBlock(body) ? body.statements.at(-1) : undefined
  const value = last && ts.isReturnStatement(last) ? last.expression : body
  const bare = value && ts.isParenthesizedExpression(value) ? value.expression : value
  return bare && (ts.isArrayLiteralExpression(bare) || ts.isObjectLiteralExpression(bare)) ? bare : undefined
}

function nameOf(node: ts.SignatureDeclaration): string {
  const named = ts.isCallExpression(node.parent) ? node.parent.parent : node.parent
  const name = node.name ?? ('name' in named ? (named.name as ts.Node | undefined) : undefined)
  return name?.getText() ?? 'a function'
}
