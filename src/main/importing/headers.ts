/** Columns by name: the aliases that old systems use, the likeliest first. */
import { FIELDS, type ImportField, type ImportKind } from '../../contract/imports.ts'

const ALIASES: Readonly<Partial<Record<ImportField, string>>> = {
  styleCode:
    '款号 款號 stylecode 款式编码 货号 貨號 商品编号 商品编码 编号 自编码 商品代码 货品编号 货品编码 代码 code',
  skuCode: '规格编码 sku编码 sku itemcode',
  name: '商品名称 品名 商品全名 名称 货品名称 商品名 产品名称 货名 款名 商品名稱 name title',
  barcode: '条码 商品条码 条形码 国际条码 主条码 小单位条码 條碼 商品條碼 國際條碼 barcode barcodes',
  colour: '颜色 颜色名称 顏色 colour color',
  size: '尺码 尺寸 码数 size',
  spec: '规格 型号 规格型号 属性 规格名称 規格 spec variant',
  category: '分类 类别 商品类别 商品分类 分类名称 分類 類別 商品分類 category',
  unit: '单位 主单位 基本单位 小单位 计量单位 單位 基本單位 unit',
  bigUnit: '大单位 辅助单位 大包装单位 大單位 largerunit',
  factor: '换算 单位关系 换算关系 换算率 大单位换算 装箱数 箱规 換算 piecesinit',
  bigBarcode: '大单位条码 箱码 辅助单位条码 大單位條碼 largerunit’sbarcode',
  bigPrice: '大单位零售价 大单位售价 大单位价格 整箱价 箱价 大单位预设售价1 大單位零售價 priceofthelargerunit',
  bigMemberPrice: '大单位会员价 大單位會員價 memberpriceofthelargerunit',
  bigWholesalePrice: '大单位批发价 整箱批发价 大单位批发价1 大單位批發價 wholesalepriceofthelargerunit',
  retailPrice: '零售价 售价 销售价 零售单价 销售价格 小单位零售价 价格 单价 零售價 售價 price',
  floorPrice: '最低售价 最低价 限价 最低零售价 最低售價 floorprice',
  purchasePrice: '进价 进货价 采购价 拿货价 最近进价 进货单价',
  cost: '成本 成本价 参考成本 成本单价 期初成本 cost',
  openingStock: '期初库存 初始库存 期初数量 库存 库存量 库存数量 当前库存 数量 庫存 庫存量 onhand stock quantity',
  openingValue: '期初金额 库存金额 期初成本金额 成本金额',
  state: '状态 商品状态 是否停用 上下架 狀態 state status',
  tagPrice: '吊牌价 市场价 标价 吊牌價 tagprice',
  memberPrice: '会员价 会员价格 小单位会员价 會員價 memberprice',
  wholesalePrice:
    '批发价 打包价 小单位批发价 批发价1 预设售价1 预设售价 预设售价2 批发价2 预设售价3 批發價 wholesaleprice',
  brand: '品牌 商品品牌 品牌名称 brand',
  season: '季节 商品季节 适用季节 年份季节 年份 季節 season',
  customerName: '客户名称 会员姓名 客户姓名 姓名 会员名称 客户 名称 单位名称 客戶名稱 名稱 name',
  customerCode: '客户编号 会员卡号 卡号 会员编号 客户编码 编号 客戶編號 編號 code',
  phone: '手机 手机号 手机号码 电话 联系电话 电话号码 手機 電話 phone',
  address: '地址 联系地址 收货地址 address',
  note: '备注 说明 備註 note',
  creditLimit: '欠款额度 信用额度 最大欠款 信用額度 creditlimit',
  owed: '欠款 期初应收 应收欠款 应收余额 期初欠款 应收款 欠款金额 owed',
  storedValue: '储值余额 余额 会员余额 卡余额 账户余额 儲值金 storedvalue',
  points: '积分 会员积分 剩余积分 当前积分 點數 points',
  tier: '会员等级 等级 会员类型 会员级别 客户类型 客户等级 客户级别 會員等級 tier level',
  birthday: '生日 会员生日 出生日期 出生年月日 birthday',
}

const TABLE = new Map(
  Object.entries(ALIASES).map(([field, names]) => [field as ImportField, names.split(' ').map(plainHeader)]),
)
const SIZE = /^(xxs|xs|s|m|l|xl|x{2,5}l|[2-9]xl|f|均码|\d{2,3}(\.5)?(码|cm)?)$/
/** So many of the names of a style name nothing else. */
const STYLE_NAMES = 4
/** One such column alone could be anything. */
const FEWEST_SIZES = 2

/** `*零售价 （元）` is 零售价: width, spaces, stars and what stands in brackets say nothing. */
export function plainHeader(header: string): string {
  const folded = header
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s*＊:：_]/g, '')
  const bare = folded.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
  return bare === '' ? folded : bare
}

/** What each column seems to be. Of several that could be one field, the one of the likelier name is. */
export function recognised(headers: readonly string[], kind: ImportKind): (ImportField | null)[] {
  const names = headers.map(plainHeader)
  const fields = names.map((): ImportField | null => null)
  for (const field of FIELDS[kind]) {
    const aliases = TABLE.get(field) ?? []
    const matching = names
      .map((name, at) => ({ at, rank: aliases.indexOf(name) }))
      .filter(({ at, rank }) => rank >= 0 && fields[at] === null)
      .toSorted((a, b) => a.rank - b.rank || a.at - b.at)
    const [first, second] = matching
    if (first) fields[first.at] = field
    // 款号 and 货号 side by side: the style, and each of its variants.
    if (field === 'styleCode' && second && first && first.rank < STYLE_NAMES) fields[second.at] = 'skuCode'
  }
  const sizes = names.flatMap((name, at) => (fields[at] === null && SIZE.test(name) ? [at] : []))
  const mayHaveSizes = kind !== 'customers' && sizes.length >= FEWEST_SIZES
  return fields.map((field, at) => (mayHaveSizes && sizes.includes(at) ? 'sizeStock' : field))
}

/** What a list of columns is remembered by, whatever their order. */
export function headersKey(headers: readonly string[]): string {
  return JSON.stringify(numbered(headers).toSorted())
}

/** Headers can repeat: the second of a name is another column. */
export function numbered(headers: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return headers.map((header) => {
    const name = plainHeader(header)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    return count === 1 ? name : `${name}#${count}`
  })
}
