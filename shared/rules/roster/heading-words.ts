import type { RosterField } from '../../model/roster'

/**
 * Headings by field, the surest first: where two columns claim a field, the one whose heading stands further to the
 * front keeps it (手机 before 联系电话). Seen in provincial templates, HR exports and branches' own sheets.
 */
export const HEADING_WORDS: Readonly<Partial<Record<RosterField, string>>> = {
  name:
    '姓名 会员姓名 职工姓名 员工姓名 教职工姓名 教工姓名 真实姓名 用户姓名 党员姓名 本人姓名 人员姓名 干部姓名 会员名字 ' +
    '会员名称 姓名/工号 姓名/编号 姓名及工号 职工名称 员工名称 名字 名称 name fullname membername',
  gender: '性别 男/女 男女 gender sex',
  birthDate:
    '出生日期 出生年月日 出生年月 出生时间 生日 出生年份 出生日 出生 公历生日 阳历生日 出生 出生年、月 birthday birthdate dateofbirth dob',
  ethnicity: '民族 族别 民族成份 民族成分 ethnicity ethnicgroup',
  idType:
    '有效证件类别 有效证件类型 证件类型 证件类别 证件种类 身份证件类型 身份证件类别 身份证件种类 有效身份类别 证照类型 ' +
    '有效证件种类 证件名称 证照类别 证照种类 身份证件名称 有效证件名称 idtype documenttype',
  idNumber:
    '证件号码 证件号 身份证号码 身份证号 公民身份号码 公民身份证号码 公民身份证号 居民身份证号码 居民身份证号 有效证件号码 ' +
    '有效证件号 身份证件号码 身份证件号 身份号码 身份证编号 身份证明号码 身份证 居民身份证 二代身份证号码 证照号码 证号 护照号码 护照号 身份证字号 身分证字号 身分证号 身分证号码 身分证统一编号 身分证 ' +
    'idnumber idno idcard idcardno idcardnumber nationalid nationalidno identitycardno',
  phone:
    '移动电话 手机号码 手机号 手机 移动电话号码 本人手机 本人手机号 个人手机 联系手机 手机电话 移动手机 移动号码 ' +
    '联系电话（手机） 联系方式（手机） 联系电话 联系方式 电话号码 联系号码 电话 本人电话 联系电话号码 mobile mobilephone ' +
    'phone phonenumber telephone tel mobileno mobilenumber cellphone phoneno 行动电话号码',
  idValidUntil:
    '证件有效期 身份证有效期限 身份证有效期 证件有效期限 证件有效期至 身份证有效期至 有效期至 有效期限 证件到期日期 ' +
    '身份证到期日期 证件到期日 证件有效截止日期 有效截止日期',
  education:
    '学历 最高学历 当前学历 现学历 文化程度 文化水平 教育程度 受教育程度 学历学位 学历/学位 学历及学位 学历层次 学历情况 学历（学位） 学历、学位 学历和学位 第一学历 全日制学历 education',
  degree: '学位 最高学位 degree',
  politicalStatus: '政治面貌 政治面目 政治身份 党派 党团 politicalstatus',
  householdType: '户籍类型 户口类型 户口性质 户籍性质 户别 户口类别 户籍类别',
  householdPlace:
    '户籍所在地 户口所在地 户籍地址 户口地址 户籍详细地址 户籍地 户口所在地行政区划 户籍住址 户籍所在地详细地址 户口所在地详细地址 户口所在地址 户籍所在地址 身份证地址 ' +
    '身份证住址',
  nativePlace: '籍贯 祖籍 原籍 nativeplace',
  birthPlace: '出生地 出生地点 birthplace placeofbirth',
  employmentForm:
    '用工形式 用工性质 用工方式 用工类型 劳务关系 聘用方式 聘用形式 编制类型 员工类型 用工类别 employmentform',
  employmentStatus:
    '就业状况 就业情况 就业状态 工作状态 在职状态 在岗情况 在岗状态 在职情况 在岗状况 在职状况 人员状态 员工状态 是否在岗 ' +
    'employmentstatus',
  skillLevel:
    '技能等级 技术等级 职业资格等级 职业技能等级 工种等级 技能级别 技能等级证书 职业技能等级证书等级 国家职业资格等级 skilllevel',
  jobTitle:
    '职称 技术职称 专业技术职务 专业技术资格 专业技术职称 职称名称 职称等级 现任职称 现职称 专业技术职务任职资格 技术职务 专业技术职称等级 jobtitle',
  position:
    '职务 现任职务 行政职务 担任职务 职务名称 现职务 现岗位 现任岗位 岗位 岗位名称 职位 工作岗位 岗位/职务 职务/岗位 职务岗位 岗位职务 工种/岗位 岗位/工种 工种岗位 ' +
    '岗位工种 岗位层级 工种 岗位类别 职级 position post jobposition',
  unionPosition:
    '工会职务 现任工会职务 所在工会职务 会内职务 工会任职 工会内职务 在工会任职 担任的工会职务 在工会中职务 工会岗位 工会任职情况 工会内任职 工会兼职 担任工会职务 unionposition',
  department:
    '部门 部门名称 所在部门 所属部门 所属部门名称 所在部门名称 部门全称 部门及班组 部门/车间/班组 部门/科室 部门科室 分工会 所属分工会 所在分工会 分会 所属分会 所在分会 支会 科室 ' +
    '所在科室 处室 二级单位 二级部门 学院 院系 学院/部门 单位/部门 部门/单位 部门/车间 车间 所在车间 车间/部门 车间科室 科室/车间 ' +
    '部门/班组 部门班组 车间/班组 车间班组 部门/小组 分会/小组 分会小组 分工会/小组 单位/班组 工作部门 所属工会 所在工会 所属工会名称 所在工会名称 所属工会组织 所在工会组织 所属基层工会 组织工会名称 基层工会 基层分会 分工会名称 分会名称 所属分会名称 所在分会名称 所属分工会名称 所在分工会名称 二级工会 二级分会 部门工会 部门分会 所在二级单位 所属二级单位 所在学院 所属学院 所在院系 工段 department dept division',
  unionGroup:
    '工会小组 所属工会小组 所在工会小组 工会小组名称 工会小组划分 会员小组 小组 班组 所在班组 所属小组 所在小组 所属班组 班组名称 uniongroup',
  employer:
    '工作单位 用人单位 用人单位名称 用工单位 现工作单位 所在单位名称 所在单位全称 所在企业 所在公司 所属企业 所属公司 服务单位 服务机关 任职机构 单位名称 任职单位 工作单位名称 单位全称 所属单位 公司名称 公司 企业名称 企业 所属企业/工会 ' +
    '就业单位 employer company',
  staffNumber:
    '工号 职工编号 员工编号 人员编号 教职工号 教工号 教工编号 教职工编号 工资号 薪资号 职工号 员工号 企业工号 员工工号 职工工号 职工代码 员工代码 人员代码 ' +
    '职工编码 人员编码 人事编号 职工工号/编号 工号/编号 薪资编号 staffno staffnumber staffid employeeno employeeid employeenumber',
  memberCardNumber:
    '会员卡号 会员证号 会员证号码 工会会员号 会员编号 会员号 会员证编号 工会卡号 工会会员证号 工会会员证编号 工会会员卡号 ' +
    '会员证书编号 会员号码 工会会员编号 工会会员卡卡号 会员卡卡号 卡号 membercardnumber memberno membercard',
  joinDate:
    '入会日期 入会时间 入会年月 加入工会时间 加入工会组织时间 加入工会组织日期 入会时间年月 何年何月入会 何年入会 加入工会日期 首次入会时间 何时入会 入会年月日 入会年份 加入工会年月 入工会时间 ' +
    '何时加入工会 加入时间 joindate datejoined',
  workStartDate:
    '参加工作时间 参加工作日期 参加工作年份 参加工作年月 参工时间 工作时间 工作起始时间 参加工作 首次参加工作时间 首次参加工作日期 参加工作年月日 何年参加工作 何时参加工作 ' +
    '参工日期 参工年月 工作日期 workstartdate',
  membershipChangeType:
    '会籍变化类型 会籍变动类型 会籍变化类别 会籍变动类别 会籍变更类型 会籍变化 会籍变动 会籍异动类型 变化类型 变动类型',
  membershipChangeDate:
    '会籍变化日期 会籍变化时间 会籍变动日期 会籍变动时间 会籍变更日期 会籍变更时间 变化日期 变动日期',
  membershipChangeReason: '会籍变化原因 会籍变动原因 会籍变更原因 变化原因 变动原因',
  isMigrantWorker:
    '是否农民工 是否农民工会员 农民工 农民工会员 是否为农民工 是否属于农民工 是否为农民工会员 是否是农民工 是否属农民工',
  isNewEmployment:
    '是否新就业形态 是否新就业形态劳动者 新就业形态 新就业形态劳动者 是否八大群体 八大群体 是否新业态 新业态 是否新业态从业人员 ' +
    '是否为新就业形态劳动者',
  newEmploymentType:
    '新就业形态类别 新就业形态群体 新就业形态类型 新就业形态职业 新就业群体 新就业群体类别 八大群体类别 八大群体类型 新业态类别 ' +
    '新业态类型',
  maritalStatus: '婚姻状况 婚姻状态 婚姻情况 婚育状况 婚育情况 婚姻 婚否 maritalstatus',
  address:
    '家庭住址 现住址 家庭地址 居住地址 详细地址 家庭详细地址 家庭详细住址 现居住详细地址 居住详细地址 现居地址 现居住地址 现居住地 住宅地址 现住地 常住地 常住地址 住址 居住地 通讯地址 通信地址 邮寄地址 ' +
    '联系地址 现家庭住址 地址 家庭住址/地址 address homeaddress',
  email: '电子邮箱 邮箱 电子邮件 电子信箱 电邮 电子邮件地址 电子邮箱地址 e-mail地址 email地址 邮箱地址 e-mail email',
  wage:
    '缴费基数 会费基数 会费缴费基数 缴费工资基数 工资基数 月工资基数 计费工资基数 会费工资基数 月缴费基数 月基本工资 会费缴纳基数 缴纳基数 计费工资 会费计算基数 计费基数 缴费工资 月工资 工资 基本工资 工资总额 月工资额 ' +
    '月平均工资 工资收入 月工资收入 月均工资 月平均收入 上年月平均工资 上年度月平均工资 月收入 本人月收入 本人月平均收入 应发工资 wage salary',
  duesAmount:
    '应缴会费 应交会费 扣工会会费 个人工会会费 工会会费 工会费 代扣会费 代扣工会会费 代扣工会费 月缴会费 月会费 会费金额 会费 ' +
    '本月会费 缴纳会费 实缴会费 实扣会费 扣缴会费 缴纳金额 扣款金额 扣缴金额 会费扣款 dues duesamount',
  specialty: '特长爱好 有何特长 特长 爱好特长 个人特长 兴趣特长 特长及爱好 爱好 兴趣爱好 兴趣',
  remark:
    '备注 附注 备注说明 备注栏 备注信息 其他备注 情况说明 说明 其他说明 其他 其它 其他情况 remark remarks note notes comment',
}

/** Columns that rosters are known to have and the record has no field for; they help to find the header row. */
export const OTHER_WORDS =
  '序号 顺序号 序 项次 编号序 no. no index # 年龄 工龄 会龄 党龄 国籍 国籍（地区） 身高 体重 血型 健康状况 残疾类别 微信 微信号 微信名 微信id qq ' +
  'qq号 qq号码 工会会员 是否会员 是否工会会员 是否入会 入党时间 入党日期 入团时间 入团日期 党内职务 团内职务 入职日期 入职时间 ' +
  '到岗时间 来校时间 合同开始日期 合同结束日期 试用期结束日期 聘期 开户银行 银行卡 银行卡号 工资银行 支行名称 工资账号户名 开户行 ' +
  '毕业院校 毕业学校 毕业时间 所学专业 专业 学位证书编号 劳模类型 劳模类别 荣誉 个人荣誉 备注荣誉 劳动模范 获奖情况 先进 困难员工 ' +
  '困难类别 主要致困原因 致困原因 困难标准 职工代表 会员代表 重大疾病互助会会员 女职工委员 ' +
  '是否临时人员 专/兼职工会干部 家庭主要成员及其工作单位 ' +
  '家庭主要成员以及联系方式 家庭联系方式 紧急联系人 紧急联系人电话 办公电话 固定电话 座机 ' +
  '岗位工资 薪级工资 绩效工资 公积金 住房公积金 养老保险 医疗保险 失业保险 个人所得税 实发工资 累计会费 缴费标准 会费缴纳至 签名 签字 ' +
  '城市 所在城市 审核状态 家庭人数 家庭收入 是否外地来京务工 档案类别 暂住证号码 mss账号 用户名 支付宝账号 照片 是否导入成功 错误原因 家庭电话 单位电话 宅电 住宅电话 传真 短号 邮编 邮政编码 社保号 社保卡号 医保号 车牌号 司龄 ' +
  '进厂时间 进厂日期 合同期限 荣誉称号 毕业院校及专业 本人签名 本人签字 审核人 工作年限 银行账号 银行账户 国籍/地区 序号/编号 退会日期 退会时间 ' +
  '转会日期 转会时间 离职日期 离职时间 退休日期 退休时间 证件签发机关 发证日期'

/** Headings that mean different things in different rosters; the values of the column decide. */
export const UNSURE_WORDS =
  '编号 id 户籍 户口 身份 人员身份 职工身份 身份类别 人员类别 状态 职工状态 会籍状态 会员状态 会员类型 会员类别 所在单位 单位 工作单位及职务 证件'
