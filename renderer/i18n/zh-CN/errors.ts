import type { ErrorTexts } from '../error-texts'

const errors: ErrorTexts = {
  BRANCH_LOCKED: {
    message: '工会记录已锁定',
    next: '请输入密码打开',
  },
  BRANCH_EXISTS: {
    message: '这台电脑上已经有工会记录',
    next: '请打开已有的记录',
  },
  PASSPHRASE_WRONG: {
    message: '密码不对',
    next: '请检查大小写和输入法，还可以试 {{attemptsLeft}} 次',
  },
  RECOVERY_CODE_WRONG: {
    message: '恢复码不对',
    next: '请对照打印的恢复码逐组核对，还可以试 {{attemptsLeft}} 次',
  },
  RECOVERY_CODE_MISTYPED: {
    message: '恢复码有抄错的字符',
    next: '请对照打印的恢复码逐组核对；这一次不计入错误次数',
  },
  TOO_MANY_ATTEMPTS: {
    message: '连续输错次数太多',
    next: '请等 {{seconds}} 秒再试',
  },
  PASSPHRASE_WEAK: {
    message: '密码太容易被猜到',
    next: '请换一个更长的密码，例如几个不相关的词',
  },
  PASSPHRASE_SAME: {
    message: '敏感信息密码不能和打开记录的密码一样',
    next: '请换一个',
  },
  SENSITIVE_CLOSED: {
    message: '敏感信息已收起',
    next: '请点“查看敏感信息”，输入密码后再试；填写的内容还在',
  },
  SENSITIVE_NOT_SET: {
    message: '还没有设置敏感信息密码',
    next: '请点“查看敏感信息”设置',
  },
  SYSTEM_KEY_LOST: {
    message: '这台电脑上记住的密码已失效',
    next: '请输入密码打开',
  },
  NOT_IN_SAMPLE: {
    message: '示例工会没有密码',
    next: '请先建立自己的工会，再设置密码',
  },
  DATABASE_NEWER: {
    message: '这份记录是用更新版本的程序保存的',
    next: '请先升级本程序再打开；记录没有改动',
  },
  DATABASE_DAMAGED: {
    message: '记录文件损坏，无法打开',
    next: '请不要删除文件，联系上级工会的技术人员或用备份恢复；文件没有改动',
  },
  DATABASE_IN_USE: {
    message: '记录正在被另一个程序使用',
    next: '请关闭另一个打开的程序，再重试',
  },
  DATABASE_ON_NETWORK: {
    message: '工会资料不能放在网络文件夹里',
    next: '请把资料移到本机硬盘的文件夹',
  },
  MIGRATION_FAILED: {
    message: '升级记录时出错，已恢复到升级前',
    next: '请重新打开程序；如果还不行，请联系技术人员',
  },
  DISK_FULL: {
    message: '磁盘空间不足，没有保存',
    next: '请清理磁盘后再试',
  },
  BUSY: {
    message: '正在导入花名册，暂时不能保存',
    next: '请等导入完成后再试',
  },
  NOT_FOUND: {
    message: '没有找到这条记录',
    next: '它可能已被删除，请返回列表查看',
  },
  CHANGED_MEANWHILE: {
    message: '这条记录刚才在别处改过',
    next: '请查看最新内容，再重新修改',
  },
  MEMBER_INVALID: {
    message: '有内容填写不对，没有保存',
    next: '请改正标出的项目再保存',
  },
  MEMBER_IN_USE: {
    message: '这位会员已有会费或活动记录，不能删除',
    next: '会员离开本会请登记会籍变化',
  },
  ID_NUMBER_TAKEN: {
    message: '已有会员使用这个证件号码',
    next: '请打开那位会员的记录核对',
  },
  EVENT_NOT_ALLOWED: {
    message: '会员现在是“$t(fields:status.{{status}})”，不能登记“$t(fields:event.{{type}})”',
    next: '请核对会籍变化的先后次序',
  },
  EVENT_NOT_LAST: {
    message: '只能撤销最近一次会籍变化',
    next: '请先撤销后面的变化，再撤销这一次',
  },
  DETAIL_INVALID: {
    message: '有内容填写不对，没有保存',
    next: '请改正标出的项目再保存',
  },
  CUSTOM_FIELD_EXISTS: {
    message: '已有同名的字段',
    next: '请换一个名称；如果已停用，可以恢复使用',
  },
  PHOTO_INVALID: {
    message: '这张照片不能用',
    next: '请换一张 JPG 或 PNG 图片',
  },
  BATCH_NOT_UNDOABLE: {
    message: '这次操作不能撤销',
    next: '可能已经撤销过，请在操作记录里查看',
  },
  REASON_MISSING: {
    message: '没有填写原因',
    next: '请填写原因后再继续',
  },
  NOT_CONFIRMED: {
    message: '操作已取消',
    next: '没有任何改动',
  },
  PASSING_FIXED: {
    message: '法律规定必须报送的内容不能改为不报',
    next: '没有任何改动',
  },
  UNIT_NAME_TAKEN: {
    message: '已有名称或其他写法是“{{name}}”的单位',
    next: '请换一个名称，或把会员直接调到那里',
  },
  UNIT_HAS_MEMBERS: {
    message: '这里还有 {{members}} 名会员，不能停用',
    next: '请先把会员调到其他分会或小组',
  },
  UNIT_IN_USE: {
    message: '还有会员、小组或任职记录用到它，不能删除',
    next: '不再使用请停用；名称不对请改名',
  },
  UNIT_CLOSED: {
    message: '这个分会或小组已经停用',
    next: '请选择其他分会或小组',
  },
  NOBODY_TO_MOVE: {
    message: '所选会员都已经在那里',
    next: '请选择其他分会或小组',
  },
  FILE_EMPTY: {
    message: '文件是空的',
    next: '请检查是不是选错了文件',
  },
  FILE_NOT_A_ROSTER: {
    message: '文件里没有找到会员名单',
    next: '请选择含有姓名列的 Excel 或 CSV 文件',
  },
  FILE_BROKEN: {
    message: '文件损坏，读不出来',
    next: '请用 Excel 或 WPS 打开，另存一份再导入',
  },
  FILE_ENCRYPTED: {
    message: '文件设了密码',
    next: '请用 Excel 或 WPS 打开，取消密码后另存，再导入',
  },
  FILE_TOO_LARGE: {
    message: '文件太大，最多 {{limit}}',
    next: '请拆成几个文件分别导入',
  },
  FILE_NO_ROWS: {
    message: '表格里没有会员',
    next: '请检查工作表和表头行是否选对',
  },
  FILE_TOO_MANY_COLUMNS: {
    message: '表格的列太多，最多 {{limit}} 列',
    next: '请删去多余的列再导入',
  },
  FILE_TOO_SLOW: {
    message: '读取文件用时太久，已停止',
    next: '请只留名单所在的工作表，另存后再导入',
  },
  MAPPING_WITHOUT_NAME: {
    message: '还没有指定哪一列是姓名',
    next: '请在表头里选出姓名列',
  },
  MAPPING_FIELD_TWICE: {
    message: '有两列都设成了“$t(fields:member.{{field}})”',
    next: '请保留一列，另一列改为其他内容或不导入',
  },
  NOTHING_TO_IMPORT: {
    message: '没有可以导入的行',
    next: '请先处理有错误或有疑问的行',
  },
  DECISION_NOT_POSSIBLE: {
    message: '这一行不能这样处理',
    next: '请换一种处理方式，或先不导入这一行',
  },
  ANSWER_NOT_A_VALUE: {
    message: '这个答案不能填在这一项里',
    next: '请从建议里选，或按这一项的写法填写',
  },
  EXPORT_NOT_WRITTEN: {
    message: '文件没有保存成功',
    next: '请检查该文件是否正在打开、文件夹是否可写，再重试',
  },
  NOTHING_TO_REPORT: {
    message: '没有可以写入的会员',
    next: '请换一批会员，或先改正标出的错误',
  },
  WORKBOOK_NOT_XLSX: {
    message: '只能在 .xlsx 格式的表格里原样填写',
    next: '请用 Excel 或 WPS 打开对方的表格，另存为 .xlsx 再试',
  },
  WORKBOOK_WITHOUT_HEADINGS: {
    message: '这个表格里没有找到“{{name}}”的表头',
    next: '请检查是不是选错了表格；也可以用它新建一个模板',
  },
  WORKBOOK_TOO_SHORT: {
    message: '表格里只留了 {{room}} 行，要写 {{rows}} 行，下面又有公式，不能自动往下移',
    next: '请在表格里先插入足够的空行，再试',
  },
  NO_DUES_RULE: {
    message: '{{month}} 还没有会费标准',
    next: '请先设定会费标准',
  },
  DUES_RULE_OVERLAPS: {
    message: '与 {{from}} 起的会费标准在时间上重叠',
    next: '请改起止月份，使每个月只有一个标准',
  },
  BASIS_EXISTS: {
    message: '有 {{members}} 人在 {{month}} 已经有缴费基数',
    next: '如需替换，请勾选“替换”后再保存',
  },
  PAY_SHEET_WITHOUT_PAY: {
    message: '这个文件里没有找到姓名和工资项目',
    next: '请确认表头有“姓名”和“岗位工资”“缴费基数”等列',
  },
  EXEMPTION_ENDS_BEFORE_START: {
    message: '结束月份早于开始的 {{from}}',
    next: '请填写 {{from}} 或以后的月份，或者删除这条免缴',
  },
  EXEMPTION_OVERLAPS: {
    message: '与这位会员从 {{from}} 起的另一条免缴重叠',
    next: '请改月份，或先处理那一条',
  },
  DUES_RULE_ENDS_BEFORE_START: {
    message: '结束月份早于开始的 {{from}}',
    next: '请填写 {{from}} 或以后的月份；还没计过费的标准可以直接撤回',
  },
  NOTHING_TO_SAVE: {
    message: '没有需要保存的改动',
    next: '所选会员已经是这样了',
  },
  CHARGES_CHANGED: {
    message: '应缴名单在核对之后有变化，没有计费',
    next: '请重新核对名单和金额，再计费',
  },
  NOTHING_TO_CHARGE: {
    message: '这个月没有需要计费的会员',
    next: '可能已经计过，请查看本月明细',
  },
  NOTHING_OWED: {
    message: '所选会员都不欠会费',
    next: '如需预收，请填写金额',
  },
  PAYMENTS_NOT_ENTERED: {
    message: '还有缴费没有登记完：{{handOvers}} 份交款单没有入账，{{lists}} 份代扣名单没有入账',
    next: '请先把它们入账或删去，再催缴，免得催了已经缴过的人',
  },
  ALREADY_REVERSED: {
    message: '这一笔已经冲销过',
    next: '请查看会费明细',
  },
  PAYROLL_POSTED: {
    message: '这份代扣名单已经入账',
    next: '要改动，先在“操作记录”里撤销这次代扣入账',
  },
  PAYROLL_NOT_POSTABLE: {
    message: '这份代扣名单现在还不能入账',
    next: '请看名单上方的提示，处理以后再入账',
  },
  REMITTANCE_TOO_LARGE: {
    message: '到账金额多于单位尚未拨付的代扣款',
    next: '请核对金额；一笔到账含几份名单的，请按名单分开登记',
  },
  PAYROLL_RECEIVED: {
    message: '这份代扣名单已有款项到账，不能撤销入账',
    next: '请先在“操作记录”里撤销到账登记，再撤销入账',
  },
  NOTHING_TO_DEDUCT: {
    message: '{{from}} 至 {{until}} 没有要代扣的会费',
    next: '请先为这些月份计费，或改选月份',
  },
  NOTHING_TO_DISPUTE: {
    message: '所选月份都已经标记为有争议',
    next: '请在“会费争议”里查看',
  },
  DAY_IN_FUTURE: {
    message: '日期不能晚于今天',
    next: '请核对日期',
  },
  MEMBER_LEFT: {
    message: '有 {{members}} 人已不在籍，只能补缴离开前的欠费',
    next: '请按欠费金额登记；多收的请退还本人',
  },
  MORE_THAN_OPEN: {
    message: '{{month}} 没有欠这么多',
    next: '请核对这个月的金额',
  },
  MORE_THAN_CREDIT: {
    message: '退还的金额超过了预缴余额',
    next: '请按预缴余额以内的金额退还',
  },
  PAYMENT_REFUNDED: {
    message: '这笔缴费的余款已经退还本人，不能直接冲销',
    next: '请先冲销那笔退款，再冲销这笔缴费',
  },
  NO_RECEIPT_POSSIBLE: {
    message: '这笔缴费开不了收据：已经有有效收据，或者已经冲销',
    next: '请到“收据”里查看；要重开，先作废原来的收据',
  },
  RECEIPT_VOIDED: {
    message: '这张收据已经作废',
    next: '不用再作废；需要时可以为这笔缴费另开一张',
  },
  DECLARED_DIFFERS: {
    message:
      '录入的钱和交款人报的不一致：报 {{declaredCount}} 人、{{declaredTotal}} 元，录入 {{count}} 人、{{total}} 元',
    next: '请和交款人核对，改正名单或者申报数，一致后才能入账',
  },
  GIFT_INVALID: {
    message: '慰问的日期或金额不对',
    next: '请检查日期和金额后再保存',
  },
  GIFT_BOOKED: {
    message: '有 {{gifts}} 份慰问已经入账，不能这样改',
    next: '请先到“经费 › 收支账”冲销那笔支出，再修改',
  },
  GIFT_PAID_BY_OTHERS: {
    message: '所选慰问里有由别处支付的，不记本会的账',
    next: '请只选本会支付的，或先改为由本会支付',
  },
  HARDSHIP_FILE_EXISTS: {
    message: '这名会员已经有一份困难档案',
    next: '请打开已有的档案继续填写；已脱困的，可以在档案里办理返困',
  },
  HARDSHIP_YEAR_EXISTS: {
    message: '{{year}} 年的收支已经登记过',
    next: '请打开那一年修改，或者改填年份',
  },
  HARDSHIP_REASON_MISSING: {
    message: '认定的类别和计算结果不一样',
    next: '请写明理由',
  },
  MONTH_CLOSED: {
    message: '{{month}} 已经结账，不能再记这个月的账',
    next: '请记在今天；确实要改当月的账，请先在“经费”的“结账”里反结账',
  },
  FUND_ENTRY_INVALID: {
    message: '这笔账填写不完整或不合理，没有登记',
    next: '请检查日期、金额、科目和受益会员',
  },
  FUND_BEFORE_OPENING: {
    message: '这个账户从 {{day}} 的期初结余开始记账，更早的账已包含在期初结余里',
    next: '请填写 {{day}} 或以后的日期',
  },
  FUND_OPENING_EXISTS: {
    message: '这个账户已经登记过期初结余',
    next: '登记错了请先冲销原来的期初结余，再重新登记',
  },
  FUND_OPENING_LATE: {
    message: '{{day}} 已经有账，期初结余不能晚于这一天',
    next: '请把期初结余的日期改为 {{day}} 或更早',
  },
  ATTACHMENT_INVALID: {
    message: '附件只能是 JPG、PNG 图片或 PDF 文件',
    next: '请换一个文件，或先用手机拍照、另存为 PDF',
  },
  TRANSFER_DONE: {
    message: '这名会员已经转到对方工会，这一步不能在这里撤销',
    next: '如需转回，请对方工会撤销接收，或由对方提出转会申请',
  },
  TRANSFER_CLOSED: {
    message: '这份转会申请已撤回或已办结，不用再答复',
    next: '请刷新后看最新情况',
  },
  LATE_EDIT_NOT_POSSIBLE: {
    message: '原工会的这项修改与现在的记录对不上，不能直接采用',
    next: '请按内容手工修改，再点“忽略”',
  },
  ANSWER_MISSING: {
    message: '还没有填写上级要的答复',
    next: '请填写要报的数字或文字，或选好要报的文件，再上报',
  },
  ANSWER_FILE_INVALID: {
    message: '这个文件上级收不下：只收 JPG、PNG 图片，PDF，Excel（.xlsx）和 Word（.docx），不收带宏的',
    next: '请用 WPS 或 Office 另存为 .xlsx、.docx 或 PDF，再选一次',
  },
  DIRECTIVE_WITHDRAWN: {
    message: '上级已经撤回这条通知，不用答复了',
    next: '请看其他通知',
  },
  INVITATION_INVALID: {
    message: '这不是完整的邀请文件',
    next: '请向上级工会重新要一份邀请文件，原样复制过来再试',
  },
  EXCHANGE_NO_KEYS: {
    message: '还不能用 U 盘交换：上级服务器还没有把密钥传过来',
    next: '请先联网传送一次；上级服务器太旧的，请上级工会升级',
  },
  EXCHANGE_NOT_OURS: {
    message: '这不是工汇的交换文件',
    next: '请选择上级工会给的答复文件，文件名以 .gonghui 结尾',
  },
  EXCHANGE_OTHER_KIND: {
    message: '这是上报文件，不是答复文件',
    next: '把上报文件交给上级工会；这里要读入的是上级工会给的答复文件',
  },
  EXCHANGE_NEWER: {
    message: '这个文件是新版本程序写出的，这里还读不了',
    next: '请先升级这台电脑上的工汇，再读入一次',
  },
  EXCHANGE_FOREIGN: {
    message: '这个文件不是给这台电脑的',
    next: '请核对是不是拿错了别的工会、别的电脑的文件，向上级工会要给本工会的答复文件',
  },
  EXCHANGE_DAMAGED: {
    message: '文件不完整或被改动过，没有读入，什么都没有变',
    next: '请从上级工会那里重新复制一份；U 盘要安全弹出后再拔',
  },
  EXCHANGE_FORGED: {
    message: '文件不是由已登记的上级工会写出的，没有读入',
    next: '请与上级工会电话核对；上级服务器重装过的，请重新联网或重新要邀请文件',
  },
  EXCHANGE_TOO_LARGE: {
    message: '文件超过 {{limit}}',
    next: '先把已有的上报文件交给上级、读入答复后再写出；或者联网传送',
  },
  ATTACHMENTS_TOO_MANY: {
    message: '附件已经有 {{limit, number}} 个，不能再加',
    next: '请先删去不需要的，或把几页合成一个 PDF',
  },
  ATTACHMENT_TOO_LARGE: {
    message: '附件太大，最大 {{limit}}',
    next: '请把图片缩小或分成几个文件',
  },
  BUDGET_INVALID: {
    message: '预算里有不合理的项目或金额，没有保存',
    next: '请检查科目和金额',
  },
  DESIGN_INVALID: {
    message: '报表的行和列配不起来',
    next: '请在左边重新选择指标、行和列',
  },
  TEMPLATE_NAME_TAKEN: {
    message: '已经有叫“{{name}}”的报表模板',
    next: '请换一个名称',
  },
  SPLIT_INVALID: {
    message: '分成比例不完整，没有保存',
    next: '各级比例合计应为 100%，并指明哪一级是本会',
  },
  ACTIVITY_SETTLED: {
    message: '这个活动已经决算，不能再改',
    next: '确需修改时，请先在“经费”里重开决算并写明原因',
  },
  STEP_NOT_ALLOWED: {
    message: '活动现在的状态不能做这一步，没有保存',
    next: '可能已经有人处理过，请看活动的最新状态',
  },
  NOTHING_TO_REPEAT: {
    message: '按这个方式没有可安排的日期',
    next: '请把截止日期改晚，或增加次数',
  },
  ACTIVITY_IN_USE: {
    message: '这个活动已经登记过支出，或存有照片、材料，不能删除',
    next: '账目要保留；活动没有举行时请用“取消活动”；照片和材料请先逐个删去',
  },
  CLOSING_BLOCKED: {
    message: '{{month}} 现在还不能结账',
    next: '请先处理结账检查里标出的问题',
  },
  REOPEN_NOT_LATEST: {
    message: '只能先对最近结账的 {{month}} 反结账',
    next: '要改更早的月份，请从 {{month}} 起一个月一个月往前反结账',
  },
  LIMIT_OVERLAPS: {
    message: '这段时间已有同一项目的标准：{{region}}，自 {{validFrom}} 起',
    next: '请改生效日期，或先把原来的标准改到前一天为止',
  },
  REQUEST_STEP_NOT_ALLOWED: {
    message: '这件诉求现在不能这样办理',
    next: '它的状态已经变了。请刷新页面，看看办理到哪一步了',
  },
  REQUEST_STEP_EARLY: {
    message: '日期早于上一步的日期 {{day}}',
    next: '请填写 {{day}} 或以后的日期',
  },
  REQUEST_NOT_CLOSABLE: {
    message: '还不能办结：回复以后没有回访',
    next: '请先登记回访；确实无法回访的，写明原因再办结',
  },
  CLAIM_NOT_COVERED: {
    message: '事情发生在保障期以外',
    next: '这份保障从 {{from}} 到 {{until}}。请核对发生日期，或选择当时有效的保障',
  },
  HUB_UNREACHABLE: {
    message: '连不上上级工会的服务器',
    next: '请检查网络和服务器地址；可以继续工作，连上后会自动补传',
  },
  HUB_NOT_TRUSTED: {
    message: '上级服务器的安全证书不可信，没有传送',
    next: '请向上级工会核对地址和证书',
  },
  HUB_NOT_A_HUB: {
    message: '这个地址不是工汇的联网服务器',
    next: '请向上级工会核对地址',
  },
  ENROLMENT_CODE_WRONG: {
    message: '联网码不对或已经用过',
    next: '请向上级工会要一个新的联网码',
  },
  ALREADY_ENROLLED: {
    message: '已经联网',
    next: '如要换服务器，请先停止联网',
  },
  CONFLICT_BLOCKED: {
    message: '这条记录还有别的登记要用，或位置已被占用，没有改动',
    next: '请改选“用您的”，或先处理与它有关的登记，再来选择',
  },
  CONFLICT_VALUE_INVALID: {
    message: '上级的值本程序不认识，没有写入',
    next: '请改选“用您的”，并告诉上级工会改正',
  },
  NOT_ENROLLED: {
    message: '还没有联网，或上级工会已停用这台电脑',
    next: '请用新的联网码重新联网',
  },
  HUB_INCOMPATIBLE: {
    message: '上级服务器的版本和本程序不一致，没有传送',
    next: '请升级本程序，或请上级工会升级服务器；可以继续工作',
  },
  HUB_REFUSES_COPY: {
    message: '上级服务器发现另有一份相同的记录在传送，已停止',
    next: '请确认是否在别的电脑上打开了这份记录的副本，并联系上级工会',
  },
  ENROLMENT_CODE_FOR_OTHER: {
    message: '这个联网码是发给另一个工会的',
    next: '请向上级工会要一个发给本会的联网码',
  },
  COMMITTEE_STANDING: {
    message: '这里已有一届在任，或正在筹备换届',
    next: '请打开那一届来修改，或先记录它的终止日期',
  },
  VOTES_TOO_MANY: {
    message: '得票数多于有效票 {{valid}} 张',
    next: '请核对得票数，或先改正大会的有效票数',
  },
  NOBODY_ELECTED: {
    message: '还没有标明谁当选',
    next: '请先在候选人里填写得票并勾选当选',
  },
  ELECTION_TOO_EARLY: {
    message: '新一届的选举日期不晚于上一届的 {{day}}',
    next: '请核对选举日期',
  },
  PROVIDER_NAME_TAKEN: {
    message: '已有服务单位叫“{{name}}”',
    next: '请打开那个单位来修改，或换一个名称',
  },
  PROVIDER_IN_USE: {
    message: '有活动、体检或法律援助用到这个单位，不能删除',
    next: '如不再往来，请改为“停用”',
  },
  INTERNAL: {
    message: '程序出了问题，刚才的操作没有完成',
    next: '请重试；如果还不行，请关闭程序后重新打开',
  },
}

export default errors
