import { systemContext } from '#app/shared/context.ts'
import { env } from '#app/shared/env.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { readInboundMail } from './inbound-mail.server.ts'
import { type Recorded, recordReply } from './record-reply.server.ts'
import type { Transport } from './transport.ts'

type Arrived = { raw: Uint8Array; recipients?: string[]; transport: Transport }

/**
 * Where every way in ends: reads the bytes, then records them. Null when they are no mail that anybody could read. Throws
 * only when the database is away: then the sender keeps the mail and tries again.
 */
export async function takeMailIn({ raw, recipients = [], transport }: Arrived): Promise<Recorded | null> {
  const mail = await readInboundMail(raw, { recipients, trustedServer: env().TRUSTED_AUTH_SERVER })
  if (!mail) {
    log().info({ transport, bytes: raw.length }, 'unreadable mail passed over')
    return null
  }
  const recorded = await recordReply(systemContext('inbound mail'), { mail, transport })
  log().info({ transport, ...recorded }, 'mail came in')
  return recorded
}
