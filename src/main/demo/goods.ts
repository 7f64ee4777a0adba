/** What the invented shop sells. Kinds of tea and cut, no brands; prices in 元. */
import type { ProductInput } from '../../contract/products.ts'
import type { Quantity, Rate, UnitPrice } from '../../contract/values.ts'
import { insideBarcode } from './invented/barcodes.ts'

type Units = readonly (readonly [name: string, factor: number])[]

interface Range {
  readonly category: string
  readonly base: string
  readonly units: Units
  /** Months in which it sells best; none for all year. */
  readonly season: readonly number[]
  readonly goods: readonly (readonly [title: string, price: number])[]
  readonly colours?: readonly string[]
  readonly sizes?: readonly string[]
}

const WEIGHED: Units = [
  ['两', 0.1],
  ['公斤', 2],
]
const BOXED: Units = [['箱', 12]]
const CAKES: Units = [
  ['提', 7],
  ['件', 42],
]
const LETTERS = ['S', 'M', 'L', 'XL']
const SPRING = [3, 4, 5]
const SUMMER = [5, 6, 7, 8]
const AUTUMN = [9, 10, 11]
const WINTER = [11, 12, 1, 2]
const PRESENTS = [1, 2, 9, 12]

export const RANGES: readonly Range[] = [
  {
    category: '绿茶',
    base: '斤',
    units: WEIGHED,
    season: SPRING,
    goods: [
      ['明前龙井 特级', 680],
      ['明前龙井 一级', 420],
      ['雨前龙井', 260],
      ['碧螺春 一级', 380],
      ['六安瓜片', 220],
      ['信阳毛尖', 240],
      ['黄山毛峰', 180],
      ['云雾绿茶', 98],
    ],
  },
  {
    category: '乌龙茶',
    base: '斤',
    units: WEIGHED,
    season: AUTUMN,
    goods: [
      ['铁观音 清香', 168],
      ['铁观音 浓香', 198],
      ['大红袍', 320],
      ['肉桂 岩茶', 360],
      ['水仙 岩茶', 260],
      ['凤凰单丛 蜜兰香', 300],
      ['冻顶乌龙', 280],
    ],
  },
  {
    category: '红茶',
    base: '斤',
    units: WEIGHED,
    season: WINTER,
    goods: [
      ['正山小种', 220],
      ['芽头红茶', 520],
      ['祁门红茶', 180],
      ['滇红金针', 200],
      ['英德红茶', 150],
    ],
  },
  {
    category: '花茶',
    base: '斤',
    units: WEIGHED,
    season: SUMMER,
    goods: [
      ['茉莉花茶 特级', 160],
      ['茉莉花茶 一级', 98],
      ['桂花乌龙', 140],
      ['贡菊', 120],
      ['玫瑰花蕾', 110],
      ['胎菊', 130],
    ],
  },
  {
    category: '普洱',
    base: '饼',
    units: CAKES,
    season: [],
    goods: [
      ['普洱熟饼 三年', 98],
      ['普洱熟饼 五年', 168],
      ['普洱熟饼 十年', 380],
      ['普洱生饼 古树', 320],
      ['普洱生饼 春茶', 158],
      ['白牡丹茶饼', 188],
      ['寿眉茶饼', 88],
    ],
  },
  {
    category: '盒装茶',
    base: '盒',
    units: BOXED,
    season: PRESENTS,
    goods: [
      ['袋泡绿茶 25 包', 28],
      ['袋泡红茶 25 包', 28],
      ['小罐龙井 80g', 128],
      ['小罐红茶 80g', 118],
      ['陈皮普洱 16 颗', 88],
      ['柑普 12 颗', 98],
      ['菊花决明子茶', 35],
      ['老姜红茶', 32],
    ],
  },
  {
    category: '礼盒',
    base: '套',
    units: [],
    season: PRESENTS,
    goods: [
      ['龙井礼盒 250g', 368],
      ['岩茶礼盒 四味', 458],
      ['红茶礼盒 双罐', 298],
      ['普洱礼盒 两饼', 328],
      ['花茶礼盒 三罐', 168],
      ['茶礼 茶叶配围巾', 398],
      ['新春茶点礼盒', 188],
    ],
  },
  {
    category: '茶具',
    base: '个',
    units: [],
    season: [],
    goods: [
      ['白瓷盖碗', 58],
      ['玻璃公道杯', 36],
      ['品茗杯', 18],
      ['紫砂壶 入门款', 168],
      ['竹茶盘', 128],
      ['茶叶罐 马口铁', 25],
      ['保温泡茶杯', 79],
      ['茶巾', 12],
    ],
  },
  {
    category: '上衣',
    base: '件',
    units: [],
    season: SPRING,
    colours: ['白', '米', '藏青'],
    sizes: LETTERS,
    goods: [
      ['棉麻茶人服', 268],
      ['亚麻衬衫', 198],
      ['盘扣上衣', 238],
      ['纯棉打底衫', 79],
    ],
  },
  {
    category: '夏装',
    base: '件',
    units: [],
    season: SUMMER,
    colours: ['白', '浅蓝'],
    sizes: LETTERS,
    goods: [
      ['纯棉短袖 T恤', 69],
      ['亚麻短袖衬衫', 158],
      ['真丝短袖', 298],
      ['棉麻连衣裙', 228],
      ['改良旗袍', 358],
    ],
  },
  {
    category: '外套',
    base: '件',
    units: [],
    season: AUTUMN,
    colours: ['卡其', '墨绿', '黑'],
    sizes: LETTERS,
    goods: [
      ['薄款风衣', 328],
      ['针织开衫', 188],
      ['灯芯绒外套', 258],
    ],
  },
  {
    category: '冬装',
    base: '件',
    units: [],
    season: WINTER,
    colours: ['黑', '驼', '酒红'],
    sizes: LETTERS,
    goods: [
      ['双面呢大衣', 688],
      ['羽绒马甲', 298],
      ['轻薄羽绒服', 458],
      ['羊毛衫', 328],
      ['加绒卫衣', 168],
    ],
  },
  {
    category: '裤裙',
    base: '条',
    units: [],
    season: [],
    colours: ['黑', '卡其'],
    sizes: LETTERS,
    goods: [
      ['棉麻阔腿裤', 168],
      ['直筒长裤', 189],
      ['百褶半身裙', 198],
      ['亚麻九分裤', 158],
    ],
  },
  {
    category: '配饰',
    base: '条',
    units: [],
    season: WINTER,
    colours: ['灰', '红'],
    goods: [
      ['羊毛围巾', 128],
      ['真丝方巾', 98],
      ['布腰带', 39],
    ],
  },
]

const SERVICES: readonly (readonly [title: string, unit: string, price: number])[] = [
  ['改裤脚', '次', 15],
  ['改腰围', '次', 25],
  ['绣字', '次', 30],
  ['礼品包装', '次', 10],
  ['快递费', '单', 12],
]

/** 1 %, what small taxpayers owe. */
const TAX = 100 as Rate
const FLOOR = 0.75

export interface ProductOnShelf {
  readonly input: ProductInput
  readonly season: readonly number[]
}

/** Every product, its codes and barcodes given in order. */
export function assortment(): ProductOnShelf[] {
  let barcode = 0
  const next = () => insideBarcode((barcode += 1))
  const goods = RANGES.flatMap((range, index) =>
    range.goods.map(([title, price], at) => {
      const code = `${range.sizes ? 'YF' : 'CY'}${String(index + 1).padStart(2, '0')}${String(at + 1).padStart(2, '0')}`
      return { input: productOf(range, { code, title, price }, next), season: range.season }
    }),
  )
  const services = SERVICES.map(([title, baseUnit, price], at) => ({
    input: serviceOf(`FW${String(at + 1).padStart(2, '0')}`, title, baseUnit, price),
    season: [],
  }))
  return [...goods, ...services]
}

interface Named {
  readonly code: string
  readonly title: string
  readonly price: number
}

function productOf(
  { category, base, units, colours, sizes }: Range,
  { code, title, price }: Named,
  next: () => string,
): ProductInput {
  const variants = colours?.flatMap((colour) => sizes?.map((size) => ({ colour, size })) ?? [{ colour }]) ?? [{}]
  const largest = units.find(([, factor]) => factor > 1)
  return {
    code,
    title,
    kind: 'goods',
    category,
    baseUnit: base,
    taxRate: TAX,
    units: units.map(([name, factor]) => ({ name, factor: (factor * 1_000) as Quantity })),
    skus: variants.map((variant, at) => ({
      code: variants.length === 1 ? code : `${code}-${String(at + 1).padStart(2, '0')}`,
      variant: '',
      ...variant,
      price: (price * 10_000) as UnitPrice,
      floorPrice: (Math.round(price * FLOOR) * 10_000) as UnitPrice,
      barcodes: [
        { barcode: next(), unit: base },
        ...(largest && base !== '斤' ? [{ barcode: next(), unit: largest[0] }] : []),
      ],
      archived: false,
    })),
  }
}

function serviceOf(code: string, title: string, baseUnit: string, price: number): ProductInput {
  const sku = {
    code,
    variant: '',
    price: (price * 10_000) as UnitPrice,
    floorPrice: null,
    barcodes: [],
    archived: false,
  }
  return { code, title, kind: 'service', category: '服务', baseUnit, taxRate: TAX, units: [], skus: [sku] }
}
