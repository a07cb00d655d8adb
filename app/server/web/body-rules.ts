const megabyte = 1024 * 1024

/** What may be posted to an address: a form, or bytes of any type that the route checks by itself; and how much. */
export type BodyRule = { holds: 'form' | 'bytes'; limit: number }

const ordinary: BodyRule = { holds: 'form', limit: megabyte }

// Files are sent in parts of this size at most, so that no process ever holds a large one.
export const filePartLimit = 4 * megabyte

const rules: [RegExp, BodyRule][] = [
  [/^\/inbound\/mail$/, { holds: 'bytes', limit: megabyte }],
  [/^\/organize\/events\/[^/]+\/agenda\/import$/, { holds: 'form', limit: 6 * megabyte }],
  [/^\/organize\/events\/[^/]+\/people\/import$/, { holds: 'form', limit: 6 * megabyte }],
  [/^\/organize\/events\/[^/]+\/people\/[^/]+\/portrait$/, { holds: 'form', limit: 13 * megabyte }],
  [/^\/organize\/events\/[^/]+\/recap\/pictures$/, { holds: 'form', limit: 26 * megabyte }],
  [/^\/speaking\/[^/]+\/portrait$/, { holds: 'form', limit: 13 * megabyte }],
  [/^\/speaking\/[^/]+\/uploads\/[^/]+\/parts$/, { holds: 'bytes', limit: filePartLimit }],
  // Without script a file comes in one piece, which a process holds: it may not be as large.
  [/^\/speaking\/[^/]+\/slides$/, { holds: 'form', limit: 25 * megabyte }],
]

/** The rule of an address; `.data` requests of the same page follow it too. */
export function bodyRule(path: string): BodyRule {
  const page = path.replace(/\.data$/, '')
  return rules.find(([pattern]) => pattern.test(page))?.[1] ?? ordinary
}
