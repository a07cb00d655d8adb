import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { filesNamed, readSource } from './sources.ts'

const readme = path.resolve(import.meta.dirname, '../README.md')
const marked = /(<!-- architecture -->\n)[\s\S]*?(<!-- \/architecture -->)/

/** What a reader looks for, from the address to the row; the first that fits a file is its area. */
const areas: [name: string, title: string, files: RegExp][] = [
  ['contents', 'app/routes.ts, app/jobs.ts', /^app\/((event-desk-)?routes|jobs)\.ts$/],
  ['server', 'app/server: web process, page cache, worker', /^app\/(server\/|entry\.|root)/],
  ['domain', 'app/features/*/domain: rules and verbs', /^app\/features\/[^/]+\/domain\//],
  ['pages', 'app/features/*: routes, forms, schemas', /^app\/features\//],
  ['shell', 'app/organize, app/public: frames, labels, previews', /^app\/(organize|public)\//],
  ['ui', 'app/ui: primitives', /^app\/ui\//],
  ['shared', 'app/shared: rights, errors, forms, languages, time', /^app\/shared\//],
  ['emails', 'emails: one template a mail', /^emails\//],
  ['db', 'db: schema, transaction, seeds', /^db\//],
]

/** Which area uses which, read from the imports of the program (routes are named by path): a picture in Mermaid. */
export function drawArchitecture(): string {
  const areaOf = (file: string) => areas.find(([, , files]) => files.test(file))?.[0]
  const uses = new Set<string>(['contents --> pages'])
  for (const file of filesNamed(/\.(tsx?|mjs)$/).filter(
    (one) => !/\.test\.|\.fixture\.|^db\/seed/.test(one),
  )) {
    const from = areaOf(file)
    if (!from) continue
    for (const { to } of readSource(file).imports) {
      const area = areaOf(to)
      if (area && area !== from) uses.add(`${from} --> ${area}`)
    }
  }
  const boxes = areas.map(([name, title]) => `  ${name}["${title}"]`)
  return ['```mermaid', 'flowchart TD', ...boxes, ...[...uses].sort().map((use) => `  ${use}`), '```'].join(
    '\n',
  )
}

/** The picture that the README shows. */
export const shownArchitecture = (): string =>
  marked.exec(readFileSync(readme, 'utf8'))?.[0].split('\n').slice(1, -1).join('\n') ?? ''

/** Puts the picture between its marks in the README. */
export function writeArchitecture() {
  const text = readFileSync(readme, 'utf8')
  writeFileSync(
    readme,
    text.replace(marked, (_, begin, end) => `${begin}${drawArchitecture()}\n${end}`),
  )
}

if (process.argv[1] === import.meta.filename) writeArchitecture()
