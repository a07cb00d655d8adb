import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { securityHeaders } from '../edge/security-headers.ts'
import { type ReadyAnswer, readyAnswer } from '../ready-answer.server.ts'

const types: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}

export type BuiltFiles = Awaited<ReturnType<typeof builtFiles>>

/** The built browser files, read and compressed when first asked for and then kept: there are few, and they are small. */
export async function builtFiles(folder: string) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = new Map<string, string>()
  for (const entry of entries) {
    if (!entry.isFile() || !types[path.extname(entry.name)]) continue
    const file = path.join(entry.parentPath ?? entry.path, entry.name)
    files.set(`/${path.relative(folder, file).split(path.sep).join('/')}`, file)
  }
  const ready = new Map<string, ReadyAnswer>()
  const loading = new Map<string, Promise<ReadyAnswer>>()

  async function make(address: string, file: string): Promise<ReadyAnswer> {
    const type = types[path.extname(file)] ?? 'application/octet-stream'
    // Names under assets/ carry the hash of what is in them.
    const kept = address.startsWith('/assets/')
      ? 'public, max-age=31536000, immutable'
      : 'public, max-age=3600'
    const headers = [...securityHeaders(address), 'Cache-Control', kept]
    const answer = await readyAnswer(await readFile(file), type, headers, 9)
    ready.set(address, answer)
    return answer
  }

  return {
    find: (address: string) => ready.get(address),
    /** The file at an address, or null when there is none. */
    load: async (address: string): Promise<ReadyAnswer | null> => {
      const file = files.get(address)
      if (!file) return null
      const found = ready.get(address) ?? loading.get(address)
      if (found) return found
      const work = make(address, file).finally(() => loading.delete(address))
      loading.set(address, work)
      return work
    },
  }
}
