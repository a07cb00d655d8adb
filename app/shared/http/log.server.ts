import pino from 'pino'
import { env } from '#app/shared/env.server.ts'
import { sourceFrames } from './source-frames.server.ts'

const address = /[^\s"'<>()=,;:]+@[^\s"'<>()=,;:]+/g

/** What a log may say of an error: its frames, but no values. Database errors quote their parameters. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutValues(String(error)) }
  const { code } = error as { code?: unknown }
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: withoutValues(error.message),
    ...(code !== undefined && { code }),
    stack: sourceFrames(frames.slice(0, 12)).join('\n'),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

function withoutValues(message: string): string {
  return message
    .replace(/^(Failed query:)[\s\S]*$/, '$1 (see cause)')
    .replace(/(invalid input [^:]*:) "[\s\S]*"/, '$1 ***')
    .replace(address, '***')
    .slice(0, 500)
}

const held = globalThis as { banTronLog?: pino.Logger }

/** The process's log: JSON lines on standard output. Never give it addresses, tokens, cookies or queries. */
export function log(): pino.Logger {
  held.banTronLog ??= pino({ level: env().LOG_LEVEL, base: null, serializers: { err: describeError } })
  return held.banTronLog
}
