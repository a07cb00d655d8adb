import { starSession } from './domain/star-session.server.ts'
import { ownStep } from './own-step.server.ts'

export const action = ownStep((_, token, session) => starSession(token, session))
