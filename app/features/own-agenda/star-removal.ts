import { unstarSession } from './domain/unstar-session.server.ts'
import { ownStep } from './own-step.server.ts'

export const action = ownStep((_, token, session) => unstarSession(token, session))
