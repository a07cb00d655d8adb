import type { Context } from '#app/shared/context.ts'
import { Refusal } from '#app/shared/errors.ts'
import { readForm } from '#app/shared/forms/read-form.server.ts'
import {
  type At,
  endSession,
  endTurn,
  extendTurn,
  type OfTurn,
  pauseTurn,
  resumeTurn,
  startSession,
  startTurn,
  takeTurnBack,
} from './domain/run-session.server.ts'
import { type ModeratorStep, stepSchema } from './moderator.schema.ts'

type Pressed = { person: string; seconds: number | null; turn: string; planned: number | null }
type Step = (ctx: Context, at: At, form: Pressed) => Promise<void>

// A page from before the last change, or one without script, may not say which turn it means.
const ofTurn = (step: (ctx: Context, at: OfTurn) => Promise<void>): Step => {
  return (ctx, at, { turn }) => step(ctx, { ...at, turnId: turn || null })
}

const steps: Record<ModeratorStep, Step> = {
  'start-session': startSession,
  'end-session': endSession,
  'start-turn': (ctx, at, { person }) => startTurn(ctx, { ...at, personId: person }),
  'pause-turn': ofTurn(pauseTurn),
  'resume-turn': ofTurn(resumeTurn),
  'end-turn': ofTurn(endTurn),
  'extend-turn': (ctx, at, { seconds, turn, planned }) =>
    extendTurn(ctx, { ...at, turnId: turn || null, seconds: seconds ?? 0, planned }),
  'take-back': ofTurn(takeTurnBack),
}

/** Does what was pressed; the verb checks the right. */
export async function takeStep(ctx: Context, at: At, request: Request): Promise<void> {
  const form = await readForm(request, stepSchema)
  if (!form.ok) throw new Refusal('invalid', 'invalid')
  const { step, ...rest } = form.data
  await steps[step](ctx, at, rest)
}
