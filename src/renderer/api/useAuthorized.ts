import { getCurrentScope, onScopeDispose, shallowRef } from 'vue'
import { permissionAsked } from '../../contract/authorising.ts'
import type { Permission } from '../../contract/permissions.ts'
import { toRefusal } from './refusal.ts'

/** What someone else has to allow before it is sent again; `AuthorizePrompt` asks for it. */
export interface Asking {
  readonly permission: Permission
  readonly forRequestId: string
  decide(allowed: boolean): void
}

/**
 * 店长授权 around a command: refused for want of a permission, it waits for someone's PIN and is sent again just as it was.
 * Whoever calls only sees the answer, or the refusal when nobody allowed it.
 *
 *     const { send, asking } = useAuthorized(client.stock.adjust)
 *     const { run, busy, refusal } = useCommand(send)
 *     <AuthorizePrompt v-if="asking" :key="asking.permission" :asking="asking" />
 */
export function useAuthorized<I extends { requestId: string }, O>(command: (input: I) => Promise<O>) {
  const asking = shallowRef<Asking | null>(null)

  async function send(input: I): Promise<O> {
    for (;;) {
      try {
        return await command(input)
      } catch (error) {
        const permission = permissionAsked(toRefusal(error))
        if (permission === null || !(await allowed(permission, input.requestId))) throw error
      }
    }
  }

  function allowed(permission: Permission, forRequestId: string): Promise<boolean> {
    asking.value?.decide(false)
    return new Promise((resolve) => {
      const decide = (answer: boolean) => {
        asking.value = null
        resolve(answer)
      }
      asking.value = { permission, forRequestId, decide }
    })
  }

  if (getCurrentScope()) onScopeDispose(() => asking.value?.decide(false))
  return { send, asking }
}
