import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import path from 'node:path'
import type { Finding } from './measure.ts'
import { root } from './processes.ts'

/** The findings as a table of Markdown. */
export function tableOf(findings: Finding[]): string {
  const lines = findings.map(({ what, result, target = '', met }) => {
    const sign = met === undefined ? '' : met ? 'yes' : '**no**'
    return `| ${[what, result, target, sign].join(' | ')} |`
  })
  return ['| measured | result | wanted | reached |', '|---|---|---|---|', ...lines].join('\n')
}

export function writeReport(findings: Finding[], rows: number) {
  const machine = { node: process.version, cores: availableParallelism(), memory: totalmem() }
  const report = { measuredAt: new Date().toISOString(), machine, rows, findings }
  writeFileSync(path.join(root, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`)
}

/** Puts the table between its marks in SPEED.md. */
export function writeSpeed(table: string) {
  const file = path.join(root, 'SPEED.md')
  const text = readFileSync(file, 'utf8')
  const marked = /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/
  if (!marked.test(text)) throw new Error('SPEED.md has no marks <!-- bench --> and <!-- /bench -->.')
  writeFileSync(
    file,
    text.replace(marked, (_, begin, end) => `${begin}${table}\n${end}`),
  )
}
