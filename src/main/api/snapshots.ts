import { refuse } from '../domain/errors.ts'
import { preparedCommand } from './handlers.ts'
import { api } from './pipeline.ts'

export const snapshots = {
  list: api.snapshots.list.handler(({ context: { opened } }) => [...(opened ?? refuse('SHOP_NOT_OPEN')).snapshots()]),
  take: api.snapshots.take.handler(async (call) => {
    const { opened } = call.context
    const taken = preparedCommand(
      ({ opened: shop }) => shop.takeSnapshot('asked'),
      (_ctx, _input, { file }) => ({ snapshot: file }),
      (_ctx, { snapshot }) => opened?.snapshots().find(({ file }) => file === snapshot) ?? refuse('SNAPSHOT_NOT_FOUND'),
    )
    return taken(call)
  }),
}
