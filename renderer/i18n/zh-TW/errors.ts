import type { ErrorTexts } from '../error-texts'

const errors: ErrorTexts = {
  BRANCH_LOCKED: {
    message: '工會紀錄已鎖定',
    next: '請輸入密碼開啟',
  },
  BRANCH_EXISTS: {
    message: '這台電腦上已經有工會紀錄',
    next: '請開啟已有的紀錄',
  },
  PASSPHRASE_WRONG: {
    message: '密碼不對',
    next: '請檢查大小寫和輸入法，還可以試 {{attemptsLeft}} 次',
  },
  RECOVERY_CODE_WRONG: {
    message: '復原碼不對',
    next: '請對照列印的復原碼逐組核對，還可以試 {{attemptsLeft}} 次',
  },
  RECOVERY_CODE_MISTYPED: {
    message: '復原碼有抄錯的字元',
    next: '請對照列印的復原碼逐組核對；這一次不計入錯誤次數',
  },
  TOO_MANY_ATTEMPTS: {
    message: '連續輸錯次數太多',
    next: '請等 {{seconds}} 秒再試',
  },
  PASSPHRASE_WEAK: {
    message: '密碼太容易被猜到',
    next: '請換一個更長的密碼，例如幾個不相關的詞',
  },
  PASSPHRASE_SAME: {
    message: '敏感資料密碼不能和開啟紀錄的密碼一樣',
    next: '請換一個',
  },
  SENSITIVE_CLOSED: {
    message: '敏感資料已收起',
    next: '請按「檢視敏感資料」，輸入密碼後再試；填寫的內容還在',
  },
  SENSITIVE_NOT_SET: {
    message: '還沒有設定敏感資料密碼',
    next: '請按「檢視敏感資料」設定',
  },
  SYSTEM_KEY_LOST: {
    message: '這台電腦上記住的密碼已失效',
    next: '請輸入密碼開啟',
  },
  NOT_IN_SAMPLE: {
    message: '示範工會沒有密碼',
    next: '請先建立自己的工會，再設定密碼',
  },
  DATABASE_NEWER: {
    message: '這份紀錄是用更新版本的程式儲存的',
    next: '請先升級本程式再開啟；紀錄沒有變動',
  },
  DATABASE_DAMAGED: {
    message: '紀錄檔案損壞，無法開啟',
    next: '請不要刪除檔案，聯絡上級工會的技術人員或用備份還原；檔案沒有變動',
  },
  DATABASE_IN_USE: {
    message: '紀錄正在被另一個程式使用',
    next: '請關閉另一個開啟的程式，再重試',
  },
  DATABASE_ON_NETWORK: {
    message: '工會資料不能放在網路資料夾裡',
    next: '請把資料移到本機硬碟的資料夾',
  },
  MIGRATION_FAILED: {
    message: '升級紀錄時出錯，已恢復到升級前',
    next: '請重新開啟程式；如果還不行，請聯絡技術人員',
  },
  DISK_FULL: {
    message: '磁碟空間不足，沒有儲存',
    next: '請清理磁碟後再試',
  },
  BUSY: {
    message: '正在匯入名冊，暫時不能儲存',
    next: '請等匯入完成後再試',
  },
  NOT_FOUND: {
    message: '沒有找到這筆紀錄',
    next: '它可能已被刪除，請返回清單查看',
  },
  CHANGED_MEANWHILE: {
    message: '這筆紀錄剛才在別處改過',
    next: '請查看最新內容，再重新修改',
  },
  MEMBER_INVALID: {
    message: '有內容填寫不對，沒有儲存',
    next: '請改正標出的項目再儲存',
  },
  MEMBER_IN_USE: {
    message: '這位會員已有會費或活動紀錄，不能刪除',
    next: '會員離開本會請登記會籍變化',
  },
  ID_NUMBER_TAKEN: {
    message: '已有會員使用這個證件號碼',
    next: '請開啟那位會員的紀錄核對',
  },
  EVENT_NOT_ALLOWED: {
    message: '會員現在是「$t(fields:status.{{status}})」，不能登記「$t(fields:event.{{type}})」',
    next: '請核對會籍變化的先後次序',
  },
  EVENT_NOT_LAST: {
    message: '只能撤銷最近一次會籍變化',
    next: '請先撤銷後面的變化，再撤銷這一次',
  },
  DETAIL_INVALID: {
    message: '有內容填寫不對，沒有儲存',
    next: '請改正標出的項目再儲存',
  },
  CUSTOM_FIELD_EXISTS: {
    message: '已有同名的欄位',
    next: '請換一個名稱；如果已停用，可以恢復使用',
  },
  PHOTO_INVALID: {
    message: '這張照片不能用',
    next: '請換一張 JPG 或 PNG 圖片',
  },
  BATCH_NOT_UNDOABLE: {
    message: '這次操作不能復原',
    next: '可能已經復原過，請在操作紀錄裡查看',
  },
  REASON_MISSING: {
    message: '沒有填寫原因',
    next: '請填寫原因後再繼續',
  },
  NOT_CONFIRMED: {
    message: '操作已取消',
    next: '沒有任何變動',
  },
  PASSING_FIXED: {
    message: '法規要求必須報送的內容不能改為不報',
    next: '沒有任何變動',
  },
  UNIT_NAME_TAKEN: {
    message: '已有名稱或其他寫法是「{{name}}」的單位',
    next: '請換一個名稱，或把會員直接調到那裡',
  },
  UNIT_HAS_MEMBERS: {
    message: '這裡還有 {{members}} 名會員，不能停用',
    next: '請先把會員調到其他分會或小組',
  },
  UNIT_IN_USE: {
    message: '還有會員、小組或任職紀錄用到它，不能刪除',
    next: '不再使用請停用；名稱不對請改名',
  },
  UNIT_CLOSED: {
    message: '這個分會或小組已經停用',
    next: '請選擇其他分會或小組',
  },
  NOBODY_TO_MOVE: {
    message: '所選會員都已經在那裡',
    next: '請選擇其他分會或小組',
  },
  FILE_EMPTY: {
    message: '檔案是空的',
    next: '請檢查是不是選錯了檔案',
  },
  FILE_NOT_A_ROSTER: {
    message: '檔案裡沒有找到會員名單',
    next: '請選擇含有姓名欄的 Excel 或 CSV 檔案',
  },
  FILE_BROKEN: {
    message: '檔案損壞，讀不出來',
    next: '請用 Excel 或 WPS 開啟，另存一份再匯入',
  },
  FILE_ENCRYPTED: {
    message: '檔案設了密碼',
    next: '請用 Excel 或 WPS 開啟，取消密碼後另存，再匯入',
  },
  FILE_TOO_LARGE: {
    message: '檔案太大，最多 {{limit}}',
    next: '請拆成幾個檔案分別匯入',
  },
  FILE_NO_ROWS: {
    message: '表格裡沒有會員',
    next: '請檢查工作表和標題列是否選對',
  },
  FILE_TOO_MANY_COLUMNS: {
    message: '表格的欄太多，最多 {{limit}} 欄',
    next: '請刪去多餘的欄再匯入',
  },
  FILE_TOO_SLOW: {
    message: '讀取檔案用時太久，已停止',
    next: '請只留名單所在的工作表，另存後再匯入',
  },
  MAPPING_WITHOUT_NAME: {
    message: '還沒有指定哪一欄是姓名',
    next: '請在標題裡選出姓名欄',
  },
  MAPPING_FIELD_TWICE: {
    message: '有兩欄都設成了「$t(fields:member.{{field}})」',
    next: '請保留一欄，另一欄改為其他內容或不匯入',
  },
  NOTHING_TO_IMPORT: {
    message: '沒有可以匯入的列',
    next: '請先處理有錯誤或有疑問的列',
  },
  DECISION_NOT_POSSIBLE: {
    message: '這一列不能這樣處理',
    next: '請換一種處理方式，或先不匯入這一列',
  },
  ANSWER_NOT_A_VALUE: {
    message: '這個答案不能填在這一項裡',
    next: '請從建議裡選，或依這一項的寫法填寫',
  },
  EXPORT_NOT_WRITTEN: {
    message: '檔案沒有儲存成功',
    next: '請檢查該檔案是否正在開啟、資料夾是否可寫，再重試',
  },
  NOTHING_TO_REPORT: {
    message: '沒有可以寫入的會員',
    next: '請換一批會員，或先改正標出的錯誤',
  },
  WORKBOOK_NOT_XLSX: {
    message: '只能在 .xlsx 格式的試算表裡原樣填寫',
    next: '請用 Excel 或 WPS 開啟對方的試算表，另存為 .xlsx 再試',
  },
  WORKBOOK_WITHOUT_HEADINGS: {
    message: '這個試算表裡沒有找到「{{name}}」的標題列',
    next: '請檢查是不是選錯了檔案；也可以用它建立一個範本',
  },
  WORKBOOK_TOO_SHORT: {
    message: '試算表裡只留了 {{room}} 列，要寫 {{rows}} 列，下面又有公式，不能自動往下移',
    next: '請在試算表裡先插入足夠的空白列，再試',
  },
  NO_DUES_RULE: {
    message: '{{month}} 還沒有會費標準',
    next: '請先設定會費標準',
  },
  DUES_RULE_OVERLAPS: {
    message: '與 {{from}} 起的會費標準在時間上重疊',
    next: '請修改起訖月份，讓每個月只有一個標準',
  },
  BASIS_EXISTS: {
    message: '有 {{members}} 人在 {{month}} 已有繳費基數',
    next: '如要取代，請勾選「取代」後再儲存',
  },
  PAY_SHEET_WITHOUT_PAY: {
    message: '這個檔案裡找不到姓名和薪資項目',
    next: '請確認標題列有「姓名」和「職務薪資」「繳費基數」等欄',
  },
  EXEMPTION_ENDS_BEFORE_START: {
    message: '結束月份早於開始的 {{from}}',
    next: '請填寫 {{from}} 或之後的月份，或刪除這筆免繳',
  },
  EXEMPTION_OVERLAPS: {
    message: '與這位會員從 {{from}} 起的另一筆免繳重疊',
    next: '請修改月份，或先處理那一筆',
  },
  DUES_RULE_ENDS_BEFORE_START: {
    message: '結束月份早於開始的 {{from}}',
    next: '請填寫 {{from}} 或之後的月份；還沒計費過的標準可以直接收回',
  },
  NOTHING_TO_SAVE: {
    message: '沒有需要儲存的變更',
    next: '所選會員已經是這樣了',
  },
  CHARGES_CHANGED: {
    message: '應繳名單在核對之後有變動，沒有計費',
    next: '請重新核對名單和金額，再計費',
  },
  NOTHING_TO_CHARGE: {
    message: '這個月沒有需要計費的會員',
    next: '可能已經計過，請查看本月明細',
  },
  NOTHING_OWED: {
    message: '所選會員都不欠會費',
    next: '如需預收，請填寫金額',
  },
  PAYMENTS_NOT_ENTERED: {
    message: '還有繳費沒有登記完：{{handOvers}} 份交款單尚未入帳，{{lists}} 份代扣名單尚未入帳',
    next: '請先將它們入帳或刪除，再催繳，以免催到已經繳過的人',
  },
  ALREADY_REVERSED: {
    message: '這一筆已經沖銷過',
    next: '請查看會費明細',
  },
  PAYROLL_POSTED: {
    message: '這份代扣名單已經入帳',
    next: '要改動，請先在「操作紀錄」復原這次代扣入帳',
  },
  PAYROLL_NOT_POSTABLE: {
    message: '這份代扣名單目前還不能入帳',
    next: '請看名單上方的提示，處理後再入帳',
  },
  REMITTANCE_TOO_LARGE: {
    message: '入帳金額多於單位尚未撥付的代扣款',
    next: '請核對金額；一筆款項含幾份名單時，請依名單分開登記',
  },
  PAYROLL_RECEIVED: {
    message: '這份代扣名單已有款項到帳，不能復原入帳',
    next: '請先在「操作紀錄」復原到帳登記，再復原入帳',
  },
  NOTHING_TO_DEDUCT: {
    message: '{{from}} 至 {{until}} 沒有要代扣的會費',
    next: '請先為這些月份計費，或改選月份',
  },
  NOTHING_TO_DISPUTE: {
    message: '所選月份都已標記為有爭議',
    next: '請在「會費爭議」查看',
  },
  DAY_IN_FUTURE: {
    message: '日期不能晚於今天',
    next: '請核對日期',
  },
  MEMBER_LEFT: {
    message: '有 {{members}} 人已非會員，只能補繳離會前的欠費',
    next: '請依欠費金額登記；多收的請退還本人',
  },
  MORE_THAN_OPEN: {
    message: '{{month}} 沒有欠這麼多',
    next: '請核對這個月的金額',
  },
  MORE_THAN_CREDIT: {
    message: '退還的金額超過預繳餘額',
    next: '請在預繳餘額以內退還',
  },
  PAYMENT_REFUNDED: {
    message: '這筆繳費的餘款已經退還本人，不能直接沖銷',
    next: '請先沖銷那筆退款，再沖銷這筆繳費',
  },
  NO_RECEIPT_POSSIBLE: {
    message: '這筆繳費無法開立收據：已有有效收據，或已沖銷',
    next: '請到「收據」中查看；要重開，請先作廢原收據',
  },
  RECEIPT_VOIDED: {
    message: '這張收據已經作廢',
    next: '不必再作廢；需要時可以為這筆繳費另開一張',
  },
  DECLARED_DIFFERS: {
    message:
      '輸入的金額與交款人申報的不一致：申報 {{declaredCount}} 人、{{declaredTotal}} 元，輸入 {{count}} 人、{{total}} 元',
    next: '請與交款人核對，更正名單或申報數，一致後才能入帳',
  },
  GIFT_INVALID: {
    message: '慰問的日期或金額不正確',
    next: '請檢查日期和金額後再儲存',
  },
  GIFT_BOOKED: {
    message: '有 {{gifts}} 份慰問已經入帳，不能這樣修改',
    next: '請先到「經費 › 收支帳」沖銷那筆支出，再修改',
  },
  GIFT_PAID_BY_OTHERS: {
    message: '所選慰問中有由他處支付的，不記本會的帳',
    next: '請只選本會支付的，或先改為由本會支付',
  },
  HARDSHIP_FILE_EXISTS: {
    message: '這名會員已經有一份困難檔案',
    next: '請開啟已有的檔案繼續填寫；已脫困的，可以在檔案裡辦理返困',
  },
  HARDSHIP_YEAR_EXISTS: {
    message: '{{year}} 年的收支已經登記過',
    next: '請開啟那一年修改，或者改填年份',
  },
  HARDSHIP_REASON_MISSING: {
    message: '認定的類別和計算結果不一樣',
    next: '請寫明理由',
  },
  MONTH_CLOSED: {
    message: '{{month}} 已經結帳，不能再記這個月的帳',
    next: '請記在今天；確實要更正當月的帳，請先在「經費」的「結帳」裡取消結帳',
  },
  FUND_ENTRY_INVALID: {
    message: '這筆帳填寫不完整或不合理，沒有登記',
    next: '請檢查日期、金額、科目和受益會員',
  },
  FUND_BEFORE_OPENING: {
    message: '這個帳戶從 {{day}} 的期初餘額開始記帳，更早的帳已包含在期初餘額裡',
    next: '請填寫 {{day}} 或以後的日期',
  },
  FUND_OPENING_EXISTS: {
    message: '這個帳戶已經登記過期初餘額',
    next: '登記錯了請先沖銷原來的期初餘額，再重新登記',
  },
  FUND_OPENING_LATE: {
    message: '{{day}} 已經有帳，期初餘額不能晚於這一天',
    next: '請把期初餘額的日期改為 {{day}} 或更早',
  },
  ATTACHMENT_INVALID: {
    message: '附件只能是 JPG、PNG 圖片或 PDF 檔案',
    next: '請換一個檔案，或先用手機拍照、另存為 PDF',
  },
  TRANSFER_DONE: {
    message: '這名會員已經轉到對方工會，這一步不能在這裡復原',
    next: '如需轉回，請對方工會復原接收，或由對方提出轉會申請',
  },
  TRANSFER_CLOSED: {
    message: '這份轉會申請已撤回或已結案，不用再答覆',
    next: '請重新整理後看最新情況',
  },
  LATE_EDIT_NOT_POSSIBLE: {
    message: '原工會的這項修改與現在的紀錄對不上，不能直接採用',
    next: '請依內容手動修改，再點「忽略」',
  },
  ANSWER_MISSING: {
    message: '還沒有填寫上級要的答覆',
    next: '請填寫要回報的數字或文字，或選好要回報的檔案，再送出',
  },
  ANSWER_FILE_INVALID: {
    message: '上級無法收下這個檔案：只收 JPG、PNG 圖片，PDF，Excel（.xlsx）和 Word（.docx），不收含巨集的',
    next: '請用 Office 另存為 .xlsx、.docx 或 PDF，再選一次',
  },
  DIRECTIVE_WITHDRAWN: {
    message: '上級已經撤回這則通知，不用答覆了',
    next: '請看其他通知',
  },
  INVITATION_INVALID: {
    message: '這不是完整的邀請檔案',
    next: '請向上級工會重新索取一份邀請檔案，原樣複製過來再試',
  },
  EXCHANGE_NO_KEYS: {
    message: '還不能用隨身碟交換：上級伺服器還沒有把金鑰傳過來',
    next: '請先連線傳送一次；上級伺服器太舊的，請上級工會升級',
  },
  EXCHANGE_NOT_OURS: {
    message: '這不是工匯的交換檔案',
    next: '請選擇上級工會給的答覆檔案，檔名以 .gonghui 結尾',
  },
  EXCHANGE_OTHER_KIND: {
    message: '這是上報檔案，不是答覆檔案',
    next: '把上報檔案交給上級工會；這裡要讀入的是上級工會給的答覆檔案',
  },
  EXCHANGE_NEWER: {
    message: '這個檔案是新版程式寫出的，這裡還讀不了',
    next: '請先升級這台電腦上的工匯，再讀入一次',
  },
  EXCHANGE_FOREIGN: {
    message: '這個檔案不是給這台電腦的',
    next: '請核對是不是拿錯了別的工會、別台電腦的檔案，向上級工會索取給本工會的答覆檔案',
  },
  EXCHANGE_DAMAGED: {
    message: '檔案不完整或被改動過，沒有讀入，什麼都沒有變',
    next: '請從上級工會那裡重新複製一份；隨身碟要安全退出後再拔',
  },
  EXCHANGE_FORGED: {
    message: '檔案不是由已登記的上級工會寫出的，沒有讀入',
    next: '請與上級工會電話核對；上級伺服器重裝過的，請重新連線或重新索取邀請檔案',
  },
  EXCHANGE_TOO_LARGE: {
    message: '檔案超過 {{limit}}',
    next: '先把已有的上報檔案交給上級、讀入答覆後再寫出；或者連線傳送',
  },
  ATTACHMENTS_TOO_MANY: {
    message: '附件已有 {{limit, number}} 個，不能再加',
    next: '請先刪除不需要的，或把幾頁合成一個 PDF',
  },
  ATTACHMENT_TOO_LARGE: {
    message: '附件太大，上限 {{limit}}',
    next: '請把圖片縮小或分成幾個檔案',
  },
  BUDGET_INVALID: {
    message: '預算裡有不合理的項目或金額，沒有儲存',
    next: '請檢查科目和金額',
  },
  DESIGN_INVALID: {
    message: '報表的列和欄無法搭配',
    next: '請在左邊重新選擇指標、列和欄',
  },
  TEMPLATE_NAME_TAKEN: {
    message: '已經有名為「{{name}}」的報表範本',
    next: '請換一個名稱',
  },
  SPLIT_INVALID: {
    message: '分成比例不完整，沒有儲存',
    next: '各級比例合計應為 100%，並指明哪一級是本會',
  },
  ACTIVITY_SETTLED: {
    message: '這個活動已經決算，不能再改',
    next: '確需修改時，請先在「經費」裡重開決算並寫明原因',
  },
  STEP_NOT_ALLOWED: {
    message: '活動目前的狀態不能做這一步，沒有儲存',
    next: '可能已經有人處理過，請看活動的最新狀態',
  },
  NOTHING_TO_REPEAT: {
    message: '依這個方式沒有可安排的日期',
    next: '請把截止日期改晚，或增加次數',
  },
  ACTIVITY_IN_USE: {
    message: '這個活動已經登記過支出，或存有照片、資料，不能刪除',
    next: '帳目要保留；活動沒有舉行時請用「取消活動」；照片和資料請先逐一刪去',
  },
  CLOSING_BLOCKED: {
    message: '{{month}} 現在還不能結帳',
    next: '請先處理結帳檢查裡標出的問題',
  },
  REOPEN_NOT_LATEST: {
    message: '只能先取消最近一個月 {{month}} 的結帳',
    next: '要更正更早的月份，請從 {{month}} 起逐月往前取消結帳',
  },
  LIMIT_OVERLAPS: {
    message: '這段期間已有同一項目的標準：{{region}}，自 {{validFrom}} 起',
    next: '請改生效日期，或先讓原來的標準在前一天截止',
  },
  REQUEST_STEP_NOT_ALLOWED: {
    message: '這件訴求現在不能這樣辦理',
    next: '它的狀態已經改變。請重新整理頁面，看看辦理到哪一步了',
  },
  REQUEST_STEP_EARLY: {
    message: '日期早於上一步的日期 {{day}}',
    next: '請填寫 {{day}} 或以後的日期',
  },
  REQUEST_NOT_CLOSABLE: {
    message: '還不能結案：回覆以後沒有回訪',
    next: '請先登記回訪；確實無法回訪的，寫明原因再結案',
  },
  CLAIM_NOT_COVERED: {
    message: '事情發生在保障期間以外',
    next: '這份保障從 {{from}} 到 {{until}}。請核對發生日期，或選擇當時有效的保障',
  },
  HUB_UNREACHABLE: {
    message: '連不上上級工會的伺服器',
    next: '請檢查網路和伺服器位址；可以繼續工作，連上後會自動補傳',
  },
  HUB_NOT_TRUSTED: {
    message: '上級伺服器的安全憑證不可信，沒有傳送',
    next: '請向上級工會核對位址和憑證',
  },
  HUB_NOT_A_HUB: {
    message: '這個位址不是工匯的連線伺服器',
    next: '請向上級工會核對位址',
  },
  ENROLMENT_CODE_WRONG: {
    message: '連線碼不對或已經用過',
    next: '請向上級工會要一個新的連線碼',
  },
  ALREADY_ENROLLED: {
    message: '已經連線',
    next: '如要換伺服器，請先停止連線',
  },
  CONFLICT_BLOCKED: {
    message: '這筆紀錄還有其他登記要用，或位置已被占用，沒有變更',
    next: '請改選「用您的」，或先處理與它有關的登記，再來選擇',
  },
  CONFLICT_VALUE_INVALID: {
    message: '上級的值本程式不認得，沒有寫入',
    next: '請改選「用您的」，並告訴上級工會更正',
  },
  NOT_ENROLLED: {
    message: '還沒有連線，或上級工會已停用這台電腦',
    next: '請用新的連線碼重新連線',
  },
  HUB_INCOMPATIBLE: {
    message: '上級伺服器的版本和本程式不一致，沒有傳送',
    next: '請升級本程式，或請上級工會升級伺服器；可以繼續工作',
  },
  HUB_REFUSES_COPY: {
    message: '上級伺服器發現另有一份相同的紀錄在傳送，已停止',
    next: '請確認是否在別的電腦上開啟了這份紀錄的副本，並聯絡上級工會',
  },
  ENROLMENT_CODE_FOR_OTHER: {
    message: '這個連線碼是發給另一個工會的',
    next: '請向上級工會要一個發給本會的連線碼',
  },
  COMMITTEE_STANDING: {
    message: '這裡已有一屆在任，或正在籌備改選',
    next: '請開啟那一屆來修改，或先記錄它的結束日期',
  },
  VOTES_TOO_MANY: {
    message: '得票數多於有效票 {{valid}} 張',
    next: '請核對得票數，或先更正大會的有效票數',
  },
  NOBODY_ELECTED: {
    message: '還沒有標明誰當選',
    next: '請先在候選人中填寫得票並勾選當選',
  },
  ELECTION_TOO_EARLY: {
    message: '新一屆的選舉日期不晚於上一屆的 {{day}}',
    next: '請核對選舉日期',
  },
  PROVIDER_NAME_TAKEN: {
    message: '已有服務單位叫「{{name}}」',
    next: '請開啟那個單位來修改，或換一個名稱',
  },
  PROVIDER_IN_USE: {
    message: '有活動、體檢或法律扶助用到這個單位，不能刪除',
    next: '如不再往來，請改為「停用」',
  },
  INTERNAL: {
    message: '程式出了問題，剛才的操作沒有完成',
    next: '請重試；如果還不行，請關閉程式後重新開啟',
  },
}

export default errors
