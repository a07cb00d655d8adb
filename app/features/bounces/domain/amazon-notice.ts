import { z } from 'zod'

const address = z.object({ emailAddress: z.string(), diagnosticCode: z.string().optional() })
const mail = z.object({ messageId: z.string().optional() }).optional()

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

/** The notice that a text begins with; null for any other text. */
export function amazonNotice(text: string): AmazonNotice | null {
  const [line] =
    /^\{"notificationType":.*\}/m.exec(text.slice(0, 100_000).replace(/\r?\n(?!\r?\n|--)/g, '')) ?? []
  if (!line) return null
  try {
    return noticeSchema.safeParse(JSON.parse(line)).data ?? null
  } catch {
    return null
  }
}
