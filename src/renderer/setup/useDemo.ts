import { useRouter } from 'vue-router'
import { client } from '../api/client.ts'
import { useCommand } from '../api/useCommand.ts'
import { useSession } from '../session/session.ts'

/** Opens the demo shop and signs in to it. */
export function useDemo(setupCode: () => string) {
  const session = useSession()
  const router = useRouter()
  const opening = useCommand(client.setup.openDemo)
  const signingIn = useCommand(session.signIn)

  async function open(): Promise<void> {
    const code = setupCode().trim()
    const owner = await opening.run(code ? { setupCode: code } : {})
    if (!owner) return
    session.hasShop = true
    session.demo = owner
    await signingIn.run(owner)
    await router.replace('/')
  }

  return { busy: opening.busy, refusal: opening.refusal, open }
}
