import { leaveSession } from './domain/leave-session.server.ts'
import { ownStep } from './own-step.server.ts'

export const action = ownStep(leaveSession)
