/** Wraps domain functions as handlers: `command` brings the transaction, `query` the place where it runs. */
import type { Actor, CommandContext, ReadContext, Refs } from '../domain/context.ts'
import { refuse } from '../domain/errors.ts'
import type { OpenShop } from './call.ts'
import type { AuthorisedCall } from './pipeline.ts'
import { earlierRefs, perform, readContext, recordedInput, writeDraft } from './transaction.ts'

interface Asked {
  readonly requestId: string
}

interface Handled<I> {
  readonly context: AuthorisedCall
  readonly input: I
}

/**
 * @param run changes the shop and returns what it touched
 * @param view reads the answer by that
 */
export function command<I, O>(
  run: (ctx: CommandContext, input: I) => Refs,
  view: (ctx: ReadContext, refs: Refs) => O,
): (call: Handled<I & Asked>) => O {
  return ({ context, input }) => carryOut(context, input, { run: (ctx) => run(ctx, input), view })
}

/** What a slow preparation may use: nothing of it is inside the transaction. */
export interface PrepareContext {
  readonly read: ReadContext
  readonly call: AuthorisedCall
  readonly opened: OpenShop
}

/** A command with an asynchronous step before its transaction, such as hashing a password. */
export function preparedCommand<I, P, O>(
  prepare: (ctx: PrepareContext, input: I) => Promise<P>,
  run: (ctx: CommandContext, input: I, ready: P) => Refs,
  view: (ctx: ReadContext, refs: Refs) => O,
): (call: Handled<I & Asked>) => Promise<O> {
  return async ({ context, input }) => {
    const opened = context.opened ?? refuse('SHOP_NOT_OPEN')
    const read = readContext(context.core.clock, opened, context.actor)
    const repeated = answerAgain(context, opened, input, view)
    if (repeated) return repeated.answer
    const ready = await prepare({ read, call: context, opened }, input)
    return carryOut(context, input, { run: (ctx) => run(ctx, input, ready), view })
  }
}

/** A repeated wish is not prepared again: the old password no longer fits, and nobody wants two snapshots. */
function answerAgain<O>(
  { core, actor, meta }: AuthorisedCall,
  opened: OpenShop,
  input: Asked,
  view: (ctx: ReadContext, refs: Refs) => O,
): { readonly answer: O } | null {
  const payload = recordedInput(input, meta.secrets)
  const refs = earlierRefs(opened, { requestId: input.requestId, name: meta.name, payload, actor })
  return refs && { answer: view(readContext(core.clock, opened, actor), refs) }
}

/** Writes down what is nobody's truth yet: on disk once it is answered, and not recorded as a command. */
export function draft<I, O>(write: (ctx: CommandContext, input: I) => O): (call: Handled<I>) => O {
  return ({ context: { core, opened, actor }, input }) =>
    writeDraft(core, opened ?? refuse('SHOP_NOT_OPEN'), actor, (ctx) => write(ctx, input))
}

export function query<I, O>(ask: (ctx: ReadContext, input: I) => O): (call: Handled<I>) => O | Promise<O> {
  return ({ context, input }) => {
    const opened = context.opened ?? refuse('SHOP_NOT_OPEN')
    if (context.meta.runs === 'worker') return askWorker<O>(context, opened, input)
    return ask(readContext(context.core.clock, opened, context.actor), input)
  }
}

async function askWorker<O>({ core, actor, meta }: AuthorisedCall, opened: OpenShop, input: unknown): Promise<O> {
  const answer = await opened.workers.ask(meta.name, { input, actor: plain(actor), now: core.clock.now() })
  return answer as O
}

const plain = (actor: Actor) => ({ ...actor, permissions: [...actor.permissions] })

function carryOut<O>(
  { core, opened, actor, meta }: AuthorisedCall,
  input: Asked,
  work: { run: (ctx: CommandContext) => Refs; view: (ctx: ReadContext, refs: Refs) => O },
): O {
  const shop = opened ?? refuse('SHOP_NOT_OPEN')
  const payload = recordedInput(input, meta.secrets)
  return perform(core, shop, { requestId: input.requestId, name: meta.name, payload, actor }, work)
}
