import { randomUUID } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { countAnswer, counters } from '#app/shared/http/counters.server.ts'
import { log } from '#app/shared/http/log.server.ts'
import { maskedPath } from './masked-path.ts'

/** Gives the request a number and writes one line when it is answered. */
export function requestLog(req: Request, res: Response, next: NextFunction) {
  const requestId = randomUUID()
  const started = performance.now()
  res.locals.requestId = requestId
  res.setHeader('X-Request-Id', requestId)
  res.on('close', () => {
    const status = res.writableFinished ? res.statusCode : 499
    counters().rendered++
    countAnswer(status)
    const line = {
      requestId,
      method: req.method,
      path: maskedPath(req.originalUrl),
      status,
      ms: Math.round(performance.now() - started),
    }
    // Being busy for a moment is no bug.
    if (status >= 500 && status !== 503) log().error(line, 'answered')
    else log().info(line, 'answered')
  })
  next()
}
