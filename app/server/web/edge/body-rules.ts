const megabyte = 1024 * 1024

/**
 * What may be posted to an address: a form, or bytes of any type that the route checks by itself; and how much. A form
 * that brings a file has room for the rest of it: `fileLimit` is what people are told.
 */
export type BodyRule = {
  holds: 'form' | 'bytes'
  limit: number
  fileLimit?: number
  /** Only received once its action asks for it, which asks first who sends it. */
  isLate?: true
}

const formWith = (fileLimit: number): BodyRule => ({
  holds: 'form',
  limit: fileLimit + megabyte,
  fileLimit,
  isLate: true,
})
const bytes = (limit: number): BodyRule => ({ holds: 'bytes', limit, isLate: true })

const ordinary: BodyRule = { holds: 'form', limit: megabyte }

// Files are sent in parts of this size at most, so that no process ever holds a large one.
export const filePartLimit = 4 * megabyte

const rules: [RegExp, BodyRule][] = [
  [/^\/inbound\/mail$/, bytes(megabyte)],
  [/^\/organize\/events\/[^/]+\/agenda\/import$/, formWith(5 * megabyte)],
  [/^\/organize\/events\/[^/]+\/(?:people|films)\/import$/, formWith(5 * megabyte)],
  [/^\/organize\/organizations\/[^/]+\/lists\/[^/]+\/import$/, formWith(5 * megabyte)],
  [/^\/organize\/events\/[^/]+\/people\/[^/]+\/portrait$/, formWith(12 * megabyte)],
  [/^\/organize\/events\/[^/]+\/recap\/pictures$/, formWith(25 * megabyte)],
  [/^\/speaking\/[^/]+\/portrait$/, formWith(12 * megabyte)],
  [/^\/speaking\/[^/]+\/uploads\/[^/]+\/parts$/, bytes(filePartLimit)],
  // Without script a file comes in one piece, which a process holds: it may not be as large.
  [/^\/speaking\/[^/]+\/slides$/, formWith(25 * megabyte)],
]

/** Forms of questions bring files only where one is asked for; without, they are as small and as quick as others. */
const answering =
  /^\/(?:(?:vi|en)\/events\/[^/]+\/register|registrations\/[^/]+\/questions|organize\/events\/[^/]+\/registrations\/[^/]+\/answers)$/
const answeringWithFiles = formWith(25 * megabyte)

/** The rule of an address, for a body of this type; `.data` requests of the same page follow it too. */
export function bodyRule(path: string, type = ''): BodyRule {
  const page = path.replace(/\.data$/, '')
  if (/^multipart\/form-data\b/i.test(type.trim()) && answering.test(page)) return answeringWithFiles
  return rules.find(([pattern]) => pattern.test(page))?.[1] ?? ordinary
}

/** The most that may be sent, as people are told it: "5" of megabytes. */
export function megabytesOf({ limit, fileLimit = limit }: BodyRule): number {
  return Math.floor(fileLimit / megabyte)
}
