import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, unlink } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import { env } from '#app/shared/env.server.ts'
import type { Limiter } from '#app/shared/http/limiter.ts'
import type { Fault } from './address.ts'
import { faultOfForm, receive, tooBusy } from './body.server.ts'
import type { BodyBudget } from './body-budget.ts'
import type { BodyRule } from './body-rules.ts'

/** A body that is received when its action asks for it: by then the action has asked who sends it. */
export type LateBody = {
  stream: ReadableStream<Uint8Array>
  /** Why the action got no body, whatever it answered then. */
  fault: () => Fault | null
  /** The request is answered: what its body held is free for others. */
  close: () => void
}

type Rooms = {
  /** Bytes on the disk that unfinished files may take together. */
  disk: BodyBudget
  /** How much of what has come whole is in memory at a time. */
  memory: Limiter
}

/** Receives large files in parts on the disk; whole ones come to memory a few at a time. */
export function lateBody(req: IncomingMessage, rule: BodyRule, { disk, memory }: Rooms): LateBody {
  const share = disk.open(() => {})
  let found: Fault | null = null
  let isClosed = false
  let leave = () => {}

  async function read(): Promise<Buffer | null> {
    const file = await nameless()
    try {
      let length = 0
      const take = async (part: Buffer) => {
        if (!share.take(part.length)) return false
        length += (await file.write(part, 0, part.length, length)).bytesWritten
        return true
      }
      found = await receive(req, rule.limit, { take })
      if (found) return null
      share.whole()
      leave = await memory.enter(length)
      if (isClosed) leave()
      const body = Buffer.allocUnsafe(length)
      if (length > 0) await file.read(body, 0, length, 0)
      if (rule.holds === 'form') found = await faultOfForm(req.headers['content-type'], body)
      return found ? null : body
    } finally {
      await file.close()
      share.close()
    }
  }

  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const body = await read().catch((error: NodeJS.ErrnoException) => {
          if (error.code !== 'ENOSPC') throw error
          found = tooBusy.fault
          return null
        })
        if (!body) return controller.error(new Error('The body was refused'))
        if (body.length > 0) controller.enqueue(body)
        controller.close()
      },
    },
    { highWaterMark: 0 },
  )
  return {
    stream,
    fault: () => found,
    close() {
      isClosed = true
      share.close()
      leave()
    },
  }
}

/** A file without a name: however the process ends, nothing of it stays. */
async function nameless(): Promise<FileHandle> {
  const folder = path.resolve(env().DATA_DIR, 'incoming')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const name = path.join(folder, randomUUID())
  const file = await open(name, 'wx+', 0o600)
  await unlink(name)
  return file
}
