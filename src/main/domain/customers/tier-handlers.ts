import { command, query } from '../../api/handlers.ts'
import { api } from '../../api/pipeline.ts'
import { listTiers, tierByRefs } from './queries-tiers.ts'
import { archiveTier, saveTier } from './tier-commands.ts'

export const tiers = {
  list: api.tiers.list.handler(query(listTiers)),
  save: api.tiers.save.handler(command(saveTier, tierByRefs)),
  archive: api.tiers.archive.handler(command(archiveTier, tierByRefs)),
}
