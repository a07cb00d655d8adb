import * as z from 'zod/mini'
import { type Dns, NoAnswer, reverseName } from './dns.ts'

const answerSchema = z.object({
  Status: z.number(),
  Answer: z._default(z.array(z.object({ type: z.number(), data: z.string() })), []),
})

const types = { A: 1, PTR: 12, MX: 15, TXT: 16, AAAA: 28 } as const
const noError = 0
const noSuchName = 3

/** Asks a server of names over HTTPS, in the JSON that they share; for machines without resolvers of their own. */
export function httpsDns(server: string, { timeout = 4_000 } = {}): Dns {
  const ask = async (name: string, type: keyof typeof types): Promise<string[]> => {
    const { Status, Answer } = await answerOf(server, { name, type, timeout })
    if (Status === noSuchName) return []
    if (Status !== noError) throw new NoAnswer(`status ${Status}`)
    return Answer.filter((one) => one.type === types[type]).map(({ data }) => data)
  }
  return {
    texts: async (name) => (await ask(name, 'TXT')).map(unquoted),
    addresses: async (host) => (await Promise.all([ask(host, 'A'), ask(host, 'AAAA')])).flat(),
    mailHosts: async (domain) => {
      const records = (await ask(domain, 'MX')).map((data) => data.split(/\s+/))
      return records
        .sort(([a], [b]) => Number(a) - Number(b))
        .flatMap(([, host]) => (host ? [withoutDot(host)] : []))
    },
    names: async (address) => (await ask(reverseName(address), 'PTR')).map(withoutDot),
  }
}

type Asked = { name: string; type: string; timeout: number }

async function answerOf(server: string, { name, type, timeout }: Asked) {
  const url = new URL(server)
  url.searchParams.set('name', name)
  url.searchParams.set('type', type)
  try {
    const answer = await fetch(url, {
      headers: { Accept: 'application/dns-json' },
      signal: AbortSignal.timeout(timeout),
      redirect: 'error',
    })
    if (!answer.ok) throw new NoAnswer(`${answer.status} ${answer.statusText}`)
    return z.parse(answerSchema, await answer.json())
  } catch (error) {
    if (error instanceof NoAnswer) throw error
    throw new NoAnswer(error instanceof Error ? error.message : String(error), { cause: error })
  }
}

/** Texts come in quotes, long ones in several pieces; some servers leave the quotes out. */
function unquoted(data: string): string {
  const pieces = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece = '']) => piece)
  return pieces.length > 0 ? pieces.join('').replace(/\\(.)/g, '$1') : data
}

const withoutDot = (name: string) => name.replace(/\.$/, '')
