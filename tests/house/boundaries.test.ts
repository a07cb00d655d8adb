import ts from 'typescript'
import { describe, expect, test } from 'vitest'
import { filesNamed, type Import, readSource, type Source, textOf, walk } from '../sources.ts'
import { lent, order } from './features.ts'

const longest = 300
const sources = filesNamed(/\.(tsx?|mjs|js)$/).map(readSource)
const program = sources.filter(({ path }) => !/\.test\.tsx?$|^(tests|public)\//.test(path))
const routes = new Set(
  ['app/routes.ts', 'app/event-desk-routes.ts', 'app/initiative-desk-routes.ts', 'app/personal-routes.ts']
    .flatMap((map) => textOf(map).match(/(?:features|organize|public)\/[^']+\.tsx?(?=')/g) ?? [])
    .map((file) => `app/${file}`),
)

const featureOf = (path: string) => /^app\/features\/([^/]+)\//.exec(path)?.[1]
const isDomain = (path: string) => /^app\/features\/[^/]+\/domain\//.test(path)
const isServerOnly = (path: string) => /\.server\.tsx?$/.test(path) || /^(app\/server|db)\//.test(path)
const isShell = (path: string) => /^app\/(organize|public)\//.test(path)
const isPage = (path: string) => featureOf(path) !== undefined && !isDomain(path)
const reachesBrowser = (path: string) => !routes.has(path) && !isServerOnly(path)

type Rule = {
  name: string
  /** The files it is about. */
  of: (path: string) => boolean
  allows: (to: string, from: string, found: Import) => boolean
}

const rules: Rule[] = [
  {
    name: "a feature's domain uses only domains below its own",
    of: isDomain,
    allows: (to, from) => {
      const [mine, other] = [featureOf(from) ?? '', featureOf(to)]
      if (other === undefined || other === mine) return true
      return isDomain(to) && order.includes(mine) && order.indexOf(other) < order.indexOf(mine)
    },
  },
  {
    name: "of its own feature's pages the domain uses only the schemas of their forms",
    of: isDomain,
    allows: (to) => !isPage(to) || to.endsWith('.schema.ts'),
  },
  {
    name: 'the domain knows neither React nor Remix nor the server; letters are drawn for mail only',
    of: isDomain,
    allows: (to, from) =>
      !/^(react|react-dom|@remix-run)(\/|$)|^app\/(ui|server)\//.test(to) &&
      (featureOf(from) === 'mail' || !to.startsWith('emails/')),
  },
  {
    name: 'a page uses of other features only their domain, and what they lend',
    of: isPage,
    allows: (to, from) => {
      const other = featureOf(to)
      return other === undefined || other === featureOf(from) || isDomain(to) || lent.has(to)
    },
  },
  {
    name: 'the shells of organizers and readers use of features only their domain',
    of: isShell,
    allows: (to) => featureOf(to) === undefined || isDomain(to),
  },
  {
    name: 'the domain, the primitives and what is shared know no shell',
    of: (path) => isDomain(path) || /^(app\/(ui|shared)|db|emails)\//.test(path),
    allows: (to) => !isShell(to),
  },
  {
    name: 'pages and shells leave the database to the domain, its types too',
    of: (path) => isPage(path) || isShell(path) || (path.startsWith('app/') && path.endsWith('.tsx')),
    allows: (to) => !/^(db\/|drizzle-orm|postgres)/.test(to),
  },
  {
    name: 'ui knows no feature: only time, language, tables and vocabulary',
    of: (path) => path.startsWith('app/ui/'),
    allows: (to) =>
      !/^(app|db|emails)\//.test(to) ||
      /^app\/(ui|paraglide|shared\/(time|i18n|tables))\/|^app\/shared\/(vocabulary|forms\/field-id)\.ts$/.test(
        to,
      ),
  },
  {
    name: 'emails make no queries',
    of: (path) => path.startsWith('emails/'),
    allows: (to) =>
      !/^(app|db|drizzle-orm|postgres)(\/|$)/.test(to) ||
      /^app\/(paraglide|shared\/time)\/|^app\/shared\/i18n\/(kept-words|prose)\.ts$|^app\/shared\/vocabulary\.ts$/.test(
        to,
      ),
  },
  {
    name: 'shared knows no feature',
    of: (path) => path.startsWith('app/shared/'),
    allows: (to) => !/^(app\/(features|ui|server)|emails)\//.test(to),
  },
  {
    name: 'the database knows the vocabulary and translated text, nothing else of the app',
    of: (path) => /^db\/(?!seed)/.test(path),
    allows: (to) =>
      !/^(app|emails)\//.test(to) ||
      ['app/shared/vocabulary.ts', 'app/shared/i18n/translated-text.ts'].includes(to),
  },
  {
    name: 'the vocabulary stands alone',
    of: (path) => path === 'app/shared/vocabulary.ts',
    allows: () => false,
  },
  {
    name: 'the server is started by the entry and used by nobody',
    of: (path) => !path.startsWith('app/server/') && path !== 'app/entry.server.tsx',
    allows: (to) => !to.startsWith('app/server/'),
  },
  {
    name: 'what the browser may get uses nothing of the server; of route modules Remix takes that out',
    of: (path) => /^app\/(features|shared|ui)\//.test(path) && reachesBrowser(path),
    allows: (to, _, { typeOnly }) => typeOnly || !(isServerOnly(to) || to.startsWith('node:')),
  },
  {
    name: 'the program uses nothing of its tests',
    of: () => true,
    allows: (to) => !to.startsWith('tests/') && !/\.test\.tsx?$/.test(to),
  },
]

const bare = (node: ts.Expression): ts.Expression =>
  ts.isParenthesizedExpression(node) ? bare(node.expression) : node

describe('who may import whom', () => {
  test.each(rules)('$name', ({ of, allows }) => {
    const concerned = program.filter(({ path }) => of(path))
    const broken = concerned.flatMap(({ path, imports }) =>
      imports.filter((found) => !allows(found.to, path, found)).map(({ to }) => `${path} → ${to}`),
    )
    expect(concerned).not.toEqual([])
    expect(broken).toEqual([])
  })

  test('an action draws no frame: what it reads of the event is the event', () => {
    const actions = [...routes].map((path) => ({ path, text: textOf(path) }))
    const drawn = actions.filter(({ text }) =>
      /function action\([\s\S]*?\n}\n/.exec(text)?.[0].includes('eventFrame('),
    )
    expect(drawn.map(({ path }) => path)).toEqual([])
  })

  test('types are believed: what bends them is rare', () => {
    const bent = sources.flatMap(({ path }) =>
      textOf(path)
        .split('\n')
        .filter((line) => /\bas (?:unknown as|never\b)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
    expect(bent.length, bent.join('\n')).toBeLessThanOrEqual(5)
  })

  test('the domain has no word for a request or a response', () => {
    const spoken = program.filter(({ path }) => isDomain(path)).filter(speaksHttp)
    expect(spoken.map(({ path }) => path)).toEqual([])
  })

  test('no object is built by spreading a literal: misspelt keys would compile', () => {
    const spread: string[] = []
    for (const { path, tree } of sources) {
      walk(tree, (node) => {
        const isSpread = ts.isSpreadAssignment(node) || ts.isJsxSpreadAttribute(node)
        if (isSpread && ts.isObjectLiteralExpression(bare(node.expression)))
          spread.push(`${path}: ${node.getText().slice(0, 60)}`)
      })
    }
    expect(spread).toEqual([])
  })

  // Looked up by a name that is put together, all texts of the program would reach the browser.
  test('texts are called by their names', () => {
    const computed: string[] = []
    for (const { path, tree } of program.filter(({ path }) => path.startsWith('app/'))) {
      walk(tree, (node) => {
        const isText = ts.isElementAccessExpression(node) && node.expression.getText() === 'm'
        if (isText && !ts.isStringLiteral(node.argumentExpression))
          computed.push(`${path}: ${node.getText()}`)
      })
    }
    expect(computed).toEqual([])
  })

  test('every address has its module, and every feature with a domain its place in the order', () => {
    const known = new Set(program.map(({ path }) => path))
    const domains = [...known].filter(isDomain).map(featureOf)
    expect([...routes].filter((file) => !known.has(file))).toEqual([])
    expect([...new Set(domains)].filter((feature) => !order.includes(feature ?? ''))).toEqual([])
  })

  test('no file needs itself', () => {
    expect(findCycles(program)).toEqual([])
  })
})

test(`no file is longer than ${longest} lines`, () => {
  const written = [...sources, ...filesNamed(/\.css$/).map((path) => ({ path, lines: linesOf(path) }))]
  expect(
    written.filter(({ lines }) => lines > longest).map(({ path, lines }) => `${path}: ${lines}`),
  ).toEqual([])
})

function speaksHttp({ tree }: Source): boolean {
  let found = false
  walk(tree, (node) => {
    if (!ts.isIdentifier(node) || (node.text !== 'Request' && node.text !== 'Response')) return
    const { parent } = node
    const isOnlyName =
      (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) && parent.name === node
    if (!isOnlyName) found = true
  })
  return found
}

/** Each ring of files that import one another, once, as `a → b → a`; imports of types do not count. */
function findCycles(files: Source[]): string[] {
  const edges = new Map(files.map(({ path, imports }) => [path, imports.filter((one) => !one.typeOnly)]))
  const done = new Set<string>()
  const cycles: string[] = []
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path)
    if (at >= 0) return void cycles.push([...trail.slice(at), path].join(' → '))
    if (done.has(path)) return
    for (const { to } of edges.get(path) ?? []) visit(to, [...trail, path])
    done.add(path)
  }
  for (const path of edges.keys()) visit(path, [])
  return cycles
}

function linesOf(path: string): number {
  return textOf(path).split('\n').length - 1
}
