import { z } from 'zod'

const address = z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() })
const mail = z
  .object({
    /** Only where the account has Amazon send the headers along: theirs replaces our Message-ID. */
    headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  })
  .optional()

/** What Amazon SES sends as JSON in a mail of its notification service: docs.aws.amazon.com/ses, "notification contents". */
const noticeSchema = z.discriminatedUnion('notificationType', [
  z.object({
    notificationType: z.literal('Bounce'),
    bounce: z.object({ bounceType: z.string(), bouncedRecipients: z.array(address).max(50) }),
    mail,
  }),
  z.object({
    notificationType: z.literal('Complaint'),
    complaint: z.object({ complainedRecipients: z.array(address).max(50) }),
    mail,
  }),
])

export type AmazonNotice = z.infer<typeof noticeSchema>

/** The notice that a text begins with, bare or as the message of a notification; null for any other text. */
export function amazonNotice(text: string): AmazonNotice | null {
  // Mail hosts fold the one long line.
  const unfolded = text.slice(0, 100_000).replace(/\r?\n(?!\r?\n|--)/g, '')
  const [, wrapped] = /^\s*\{\s*"Type"[\s\S]{0,2000}?"Message"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(unfolded) ?? []
  const inner = wrapped
    ? asText(wrapped)
    : (/^\{"(?:notification|event)Type":.*\}/m.exec(unfolded)?.[0] ?? '')
  if (!inner) return null
  const said = asObject(inner.replace(/^\{"eventType":/, '{"notificationType":'))
  return noticeSchema.safeParse(said).data ?? null
}

/** The Message-ID under which we sent the mail, in angle brackets; empty where Amazon does not tell. */
export function ownMessageId({ mail: about }: AmazonNotice): string {
  const header = about?.headers?.find(({ name }) => name.toLowerCase() === 'message-id')
  return /<[^<>\s]{1,250}>/.exec(header?.value ?? '')?.[0] ?? ''
}

function asText(json: string): string {
  const text = asObject(json)
  return typeof text === 'string' ? text : ''
}

function asObject(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}
