import { expect, test } from 'vitest'
import { filesNamed, readSource } from '#tests/sources.ts'

/** What is written in one place only, so that all others agree. */
const program = filesNamed(/\.tsx?$/)
  .filter((path) => !/\.test\.tsx?$|^(tests|public)\//.test(path))
  .map(readSource)

test('the columns of rows handed to a statement are typed in one place', () => {
  const raw = program.filter(({ tree }) => /jsonb?_to_recordset/.test(tree.text))
  expect(raw.map(({ path }) => path)).toEqual(['db/rows-of.server.ts'])
})

test('clocks of zones are read in one place', () => {
  const own = program.filter(({ tree }) => /Intl\.DateTimeFormat\b|formatToParts/.test(tree.text))
  expect(own.map(({ path }) => path)).toEqual(['app/shared/time/zone-clock.ts'])
})

test('who was merged into whom is asked in one place: all others read the record that stands', () => {
  const asking = program
    .filter(({ path }) => !/^(app\/features\/people|db)\//.test(path))
    .filter(({ tree }) => /\bmerged_into_id\b|\bmergedIntoId\b/.test(tree.text))
  expect(asking.map(({ path }) => path)).toEqual([])
})

test('the form above a list is drawn in one place', () => {
  const drawn = program.filter(({ tree }) => tree.text.includes('<search>'))
  expect(drawn.map(({ path }) => path)).toEqual(['app/ui/search-form.tsx'])
})

test('a test that sets what the program reads of its environment makes it read that again', () => {
  const setting =
    /process\.env\.(SMTP_URL|MAIL_FROM|REPLY_ADDRESS|APP_URL|DATA_DIR) = |Object\.assign\(process\.env/
  const kept = filesNamed(/\.test\.tsx?$/)
    .filter((path) => /^(app|db|emails)\//.test(path))
    .map(readSource)
    .filter(({ tree }) => setting.test(tree.text) && !tree.text.includes('forgetEnv()'))
  expect(kept.map(({ path }) => path)).toEqual([])
})
