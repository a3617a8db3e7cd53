/** Traditional characters of headings, notes and code values, each followed by its simplified form. */
const PAIRS =
  '證证號号碼码機机電电話话學学歷历稱称職职務务單单點点員员會会黨党團团戶户貫贯狀状況况態态類类別别' +
  '種种門门組组織织處处長长車车間间廠厂場场區区縣县鄉乡鎮镇國国際际漢汉滿满維维爾尔壯壮聯联絡络繫系' +
  '備备註注說说寫写須须請请統统計计總总數数額额費费繳缴納纳應应實实發发領领資资級级術术專专業业畢毕' +
  '碩硕習习離离異异喪丧無无農农轉转進进開开變变動动時时編编檔档錄录報报審审覆复製制圖图經经濟济財财' +
  '協协調调鐘钟愛爱興兴辦办東东陽阳陰阴曆历護护軍军臺台灣湾來来陸陆內内歲岁齡龄彙汇據据標标準准達达' +
  '選选舉举屆届產产勞劳傭佣臨临僱雇關关係系稅税險险養养療疗醫医傷伤殘残貧贫難难幫帮獎奖勵励榮荣譽誉' +
  '範范優优簽签屬属邊边個个們们則则滙汇項项頁页樓楼衛卫給给終终鍵键檢检驗验歡欢樂乐體体隊队圍围書书' +
  '畫画攝摄聲声飛飞鳥鸟魚鱼馬马龍龙龜龟齊齐節节貨货質质預预眾众積积極极參参與与營营連连婦妇兒儿園园' +
  '館馆庫库藝艺樣样為为復复結结郵邮師师執执課课幹干帳账僑侨訊讯幣币雙双後后歸归瑤瑶頗颇倫伦溫温鮮鲜' +
  '錫锡薩萨烏乌羅罗獨独諾诺設设紀纪線线訂订導导適适當当責责負负過过還还兩两齋斋隸隶寧宁廳厅'

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (PAIRS.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
)
const TRADITIONAL = new RegExp(`[${[...SIMPLIFIED.keys()].join('')}]`, 'g')

/** Words as they are compared: with the simplified forms of their characters. Values are kept as written. */
export function toSimplified(text: string): string {
  return text.replace(TRADITIONAL, (character) => SIMPLIFIED.get(character) ?? character)
}
