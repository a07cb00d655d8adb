import nodemailer from 'nodemailer'

/** How mail goes to its host: safely, to one that nobody vouches for, in the open, or not at all. */
export type HostTls = 'ok' | 'untrusted' | 'plain' | 'refused' | 'unreachable'

const limits = { connectionTimeout: 3_000, greetingTimeout: 3_000, socketTimeout: 4_000, dnsTimeout: 3_000 }

/** Knocks at the mail host as our mail would, and goes again without sending any. */
export async function probeTls(url: string): Promise<HostTls> {
  const safely = await knock(url, { requireTLS: true })
  if (safely === 'in') return 'ok'
  if (safely === 'refused') return 'refused'
  const unchecked = await knock(url, { requireTLS: true, tls: { rejectUnauthorized: false } })
  if (unchecked !== 'nobody') return 'untrusted'
  if (new URL(url).protocol === 'smtps:') return 'unreachable'
  return (await knock(url, { ignoreTLS: true })) === 'nobody' ? 'unreachable' : 'plain'
}

type Manner = { requireTLS?: boolean; ignoreTLS?: boolean; tls?: { rejectUnauthorized: boolean } }

async function knock(url: string, manner: Manner): Promise<'in' | 'refused' | 'nobody'> {
  const transport = nodemailer.createTransport({ url, ...limits, ...manner })
  try {
    await transport.verify()
    return 'in'
  } catch (error) {
    return (error as { code?: unknown }).code === 'EAUTH' ? 'refused' : 'nobody'
  } finally {
    transport.close()
  }
}
