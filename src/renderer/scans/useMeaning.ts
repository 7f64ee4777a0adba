import { useI18n } from 'vue-i18n'
import { useRouter } from 'vue-router'
import { barcode } from '../../contract/products.ts'
import { toRefusal } from '../api/refusal.ts'
import { notify } from '../app/notices.ts'
import { soundWrong } from '../counter/sound.ts'
import { useSession } from '../session/session.ts'
import { currencySymbol, priceText, quantityText } from '../ui/formats.ts'
import { refusalText } from '../ui/refusalText.ts'
import type { Scan } from './guard.ts'
import { tenderOfPaymentCode } from './paymentCode.ts'
import { whatElseIs, whatIs } from './whatIs.ts'
import type { Meaning } from './whatIs.ts'

/** Where what was scanned opens at once: beside a list nothing is lost. Everywhere else it is said, with the way there. */
const LISTS = ['documents', 'products', 'stock', 'customers']

/** What a scan means where no screen takes scans itself: it is understood by what was scanned, and changes nothing. */
export function useMeaning() {
  const { t } = useI18n()
  const router = useRouter()
  const { can } = useSession()

  function take({ code, target }: Scan): void {
    // A payment code goes nowhere: not even into a question.
    if (tenderOfPaymentCode(code)) tell({ kind: 'unknown' }, code)
    else understand(code, (meaning) => show(meaning, code, target))
  }

  function understand(code: string, understood: (meaning: Meaning) => void): void {
    whatIs(code, can).then(understood, (error: unknown) => {
      notify({ text: refusalText(toRefusal(error), t), tone: 'bad' })
    })
  }

  function show(meaning: Meaning, code: string, target: Element): void {
    const path = pathOf(meaning)
    const isList = LISTS.includes(String(router.currentRoute.value.name))
    const isWriting = target.closest('form, dialog, [role="dialog"]') !== null
    if (path !== null && isList && !isWriting) void router.push(path)
    else tell(meaning, code)
  }

  /** Says what it was, with a way on. */
  function tell(meaning: Meaning, code: string): void {
    const path = pathOf(meaning)
    const go = path === null ? wayFromUnknown(code) : { label: t('scans.open'), path }
    if (meaning.kind === 'unknown') soundWrong()
    notify({
      text: textOf(meaning, code),
      ...(go && { action: { label: go.label, run: () => void router.push(go.path) } }),
    })
  }

  function pathOf(meaning: Meaning): string | null {
    switch (meaning.kind) {
      case 'document':
        return `/documents/${meaning.id}`
      case 'goods': {
        const isStock = router.currentRoute.value.name === 'stock'
        return isStock ? `/stock/${meaning.found.skuId}` : `/products/${meaning.found.productId}`
      }
      case 'style':
        return `/products/${meaning.productId}`
      case 'customer':
        return `/customers/${meaning.customer.id}`
      case 'unknown':
        return null
    }
  }

  function wayFromUnknown(code: string): { label: string; path: string } | null {
    const isNew = can('products.edit') && barcode.safeParse(code).success && !tenderOfPaymentCode(code)
    return isNew ? { label: t('products.new'), path: `/products/new?barcode=${encodeURIComponent(code)}` } : null
  }

  function textOf(meaning: Meaning, code: string): string {
    switch (meaning.kind) {
      case 'document':
        return meaning.number
      case 'goods': {
        const { title, variant, price, kind, onHand, unit } = meaning.found
        const stock = kind === 'goods' ? [t('scans.onHand', { quantity: `${quantityText(onHand)} ${unit}` })] : []
        return [[title, variant].filter(Boolean).join(' '), `${currencySymbol()}${priceText(price)}`, ...stock].join(
          ' · ',
        )
      }
      case 'style':
        return meaning.title
      case 'customer':
        return meaning.customer.name
      case 'unknown':
        return tenderOfPaymentCode(code) ? t('scans.paymentCode') : t('scans.unknown', { code: shortened(code) })
    }
  }

  return { take, tell, understand, whatElseIs: (code: string) => whatElseIs(code, can) }
}

const MOST_SHOWN = 40
const shortened = (code: string): string => (code.length > MOST_SHOWN ? `${code.slice(0, MOST_SHOWN)}…` : code)
