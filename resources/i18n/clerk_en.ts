<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AboutSection</name>
    <message>
        <source>关于</source>
        <translation>About</translation>
    </message>
    <message>
        <source>版本 {version}（Qt {qt}）</source>
        <translation>Version {version} (Qt {qt})</translation>
    </message>
    <message>
        <source>许可证：Apache License 2.0，可以自由使用、复制和修改。</source>
        <translation>Licence: Apache License 2.0; free to use, copy and change.</translation>
    </message>
    <message>
        <source>资料只保存在这台电脑上，加密存放；程序不联网。</source>
        <translation>Data stays on this computer, encrypted; the program never goes online.</translation>
    </message>
    <message>
        <source>字体</source>
        <translation>Typefaces</translation>
    </message>
    <message>
        <source>黑体、宋体取自思源（Noto CJK），按 SIL 开源字体许可证 1.1 使用。</source>
        <translation>Hei and Song are Noto CJK, under the SIL Open Font License 1.1.</translation>
    </message>
    <message>
        <source>图标</source>
        <translation>Icons</translation>
    </message>
    <message>
        <source>取自 Lucide，按 ISC 许可证使用，其中一部分出自 Feather（MIT 许可证）。</source>
        <translation>From Lucide under the ISC licence, some of them from Feather (MIT licence).</translation>
    </message>
    <message>
        <source>看许可证全文</source>
        <translation>Show licences</translation>
    </message>
    <message>
        <source>许可证</source>
        <translation>Licences</translation>
    </message>
</context>
<context>
    <name>AccountDialog</name>
    <message>
        <source>登记账户</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account number</translation>
    </message>
    <message>
        <source>照卡面或存折，可以带空格</source>
        <translation>As on the card or passbook, blanks are welcome</translation>
    </message>
    <message>
        <source>账号，再输一遍</source>
        <translation>Account number again</translation>
    </message>
    <message>
        <source>不能粘贴</source>
        <translation>Cannot be pasted</translation>
    </message>
    <message>
        <source>如 农村信用社</source>
        <translation>such as: Rural credit cooperative</translation>
    </message>
    <message>
        <source>农村信用社</source>
        <translation>Rural credit cooperative</translation>
    </message>
    <message>
        <source>农村商业银行</source>
        <translation>Rural commercial bank</translation>
    </message>
    <message>
        <source>邮政储蓄银行</source>
        <translation>Postal Savings Bank</translation>
    </message>
    <message>
        <source>农业银行</source>
        <translation>Agricultural Bank</translation>
    </message>
    <message>
        <source>建设银行</source>
        <translation>Construction Bank</translation>
    </message>
    <message>
        <source>工商银行</source>
        <translation>Industrial and Commercial Bank</translation>
    </message>
    <message>
        <source>中国银行</source>
        <translation>Bank of China</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>户名（不是本人时填）</source>
        <translation>Holder (if somebody else)</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>You</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>Active from</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>已核对，就照这样登记</source>
        <translation>Checked: record it as it is</translation>
    </message>
    <message>
        <source>停用原来的账户（{number}，{day} 启用）</source>
        <translation>End the present account ({number}, since {day})</translation>
    </message>
    <message>
        <source>这一格不能粘贴：请照卡面再输一遍</source>
        <translation>Nothing can be pasted here: type the number from the card again</translation>
    </message>
    <message>
        <source>已登记{name}的账户：{purpose}</source>
        <translation>Recorded an account of {name}: {purpose}</translation>
    </message>
</context>
<context>
    <name>AccountTable</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account number</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>From</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>AccountsSection</name>
    <message>
        <source>银行账户</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>没有登记银行账户</source>
        <translation>No bank account recorded</translation>
    </message>
    <message>
        <source>登记账户</source>
        <translation>Add account</translation>
    </message>
    <message>
        <source>显示账号</source>
        <translation>Show number</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End</translation>
    </message>
    <message>
        <source>隐藏账号</source>
        <translation>Hide number</translation>
    </message>
</context>
<context>
    <name>ActWords</name>
    <message>
        <source>原因：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ActsDialog</name>
    <message>
        <source>待报送明细</source>
        <translation>Waiting acts</translation>
    </message>
    <message>
        <source>筛选：事项、住户、经办人、日期</source>
        <translation>Filter: act, household, clerk, date</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>序号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
</context>
<context>
    <name>AgeChart</name>
    <message>
        <source>各年龄段人数</source>
        <translation>People by age</translation>
    </message>
    <message>
        <source>{age} 以上</source>
        <translation>{age}+</translation>
    </message>
    <message>
        <source>男</source>
        <translation>male</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>女</source>
        <translation>female</translation>
    </message>
</context>
<context>
    <name>AliveFields</name>
    <message>
        <source>{name}（{day} 死亡）</source>
        <translation>{name} (died {day})</translation>
    </message>
    <message>
        <source>在世的人</source>
        <translation>Who is alive</translation>
    </message>
    <message>
        <source>查明的日期</source>
        <translation>Found on</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>本人到场核实</source>
        <translation>seen in person</translation>
    </message>
    <message>
        <source>公安机关证明</source>
        <translation>police certificate</translation>
    </message>
    <message>
        <source>法院判决</source>
        <translation>court judgment</translation>
    </message>
    <message>
        <source>与现户主关系</source>
        <translation>Relation to the present head</translation>
    </message>
    <message>
        <source>原来是户主，现在另有户主；不填就按关系推定</source>
        <translation>Was the head, somebody else is now; empty takes what follows</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>死亡时终止的困难身份继续有效</source>
        <translation>Statuses that ended with the death go on</translation>
    </message>
    <message>
        <source>每月养老金（元）</source>
        <translation>Monthly pension (yuan)</translation>
    </message>
    <message>
        <source>不知道可不填</source>
        <translation>May stay empty</translation>
    </message>
</context>
<context>
    <name>AppearanceSection</name>
    <message>
        <source>显示与语言</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>选了就生效，不用保存。</source>
        <translation>Takes effect at once; nothing to save.</translation>
    </message>
    <message>
        <source>字的大小</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>一户四口，月人均收入 291.67 元，下次复核 2026-12-31</source>
        <translation>Four people, 291.67 yuan a head, next review 2026-12-31</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>下次打开程序时换语言；打印的文书总是中文。</source>
        <translation>Changes when the program next opens; printed documents are always Chinese.</translation>
    </message>
    <message>
        <source>下次打开程序时换语言</source>
        <translation>The language changes when the program next opens</translation>
    </message>
</context>
<context>
    <name>AttachDialog</name>
    <message>
        <source>添加附件</source>
        <translation>Attachment added</translation>
    </message>
    <message>
        <source>添加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>不选就是全户的</source>
        <translation>Empty for the whole household</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>如 2026 年低保申请</source>
        <translation>such as: dibao application of 2026</translation>
    </message>
    <message>
        <source>要添加的文件</source>
        <translation>Files to add</translation>
    </message>
    <message>
        <source>已添加</source>
        <translation>Added</translation>
    </message>
    <message>
        <source>已添加 {n} 个附件</source>
        <translation>{n} attachments added</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AttachmentCopy</name>
    <message>
        <source>附件另存到哪个文件夹</source>
        <translation>Folder for the copy</translation>
    </message>
    <message>
        <source>已另存为 {name}</source>
        <translation>Saved as {name}</translation>
    </message>
</context>
<context>
    <name>AttachmentDialog</name>
    <message>
        <source>另存为…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>AttachmentTable</name>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>添加日期</source>
        <translation>Added on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>全户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>还没传到</source>
        <translation>Not here yet</translation>
    </message>
</context>
<context>
    <name>AttachmentsSection</name>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>没有附件：点“添加…”，或把照片、扫描件（JPG、PNG、PDF）拖到这一页</source>
        <translation>No attachments: press “Add…”, or drop photos and scans (JPG, PNG, PDF) on this page</translation>
    </message>
    <message>
        <source>添加…</source>
        <translation>Add…</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>另存为…</source>
        <translation>Save a copy…</translation>
    </message>
    <message>
        <source>移除</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>{n} 个附件的文件还没有从另一台电脑传来：导入县里最新的回执后就能看</source>
        <translation>The files of {n} attachments have not come from the other laptop yet: import the county&apos;s newest answer to see them</translation>
    </message>
    <message>
        <source>照片和扫描件</source>
        <translation>Photos and scans</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attachment added</translation>
    </message>
    <message>
        <source>移除附件</source>
        <translation>Attachment removed</translation>
    </message>
    <message>
        <source>移除“{name}”。它不再列出，历史里仍然查得到。</source>
        <translation>Remove “{name}”. It is no longer listed; the history keeps it.</translation>
    </message>
    <message>
        <source>如 拍错了人</source>
        <translation>such as: the wrong person</translation>
    </message>
    <message>
        <source>已移除附件：{name}</source>
        <translation>Attachment removed: {name}</translation>
    </message>
</context>
<context>
    <name>AwayFields</name>
    <message>
        <source>外出，户口不动</source>
        <translation>Away, hukou stays</translation>
    </message>
    <message>
        <source>迁出，户口迁走</source>
        <translation>Leaves with the hukou</translation>
    </message>
    <message>
        <source>哪一种</source>
        <translation>Which kind</translation>
    </message>
    <message>
        <source>走的人</source>
        <translation>Who leaves</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>预计到哪天</source>
        <translation>Expected until</translation>
    </message>
    <message>
        <source>为什么外出</source>
        <translation>Why away</translation>
    </message>
    <message>
        <source>去哪里</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>县、乡镇、村</source>
        <translation>County, town, village</translation>
    </message>
    <message>
        <source>外县</source>
        <translation>Other county</translation>
    </message>
    <message>
        <source>迁到外县</source>
        <translation>To another county</translation>
    </message>
    <message>
        <source>留下的人里的新户主</source>
        <translation>The new head among those who stay</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>户口迁移证</source>
        <translation>hukou transfer certificate</translation>
    </message>
    <message>
        <source>投靠亲属</source>
        <translation>To live with relatives</translation>
    </message>
    <message>
        <source>随子女生活</source>
        <translation>living with children</translation>
    </message>
    <message>
        <source>在本户的最后一天</source>
        <translation>The last day in this household</translation>
    </message>
    <message>
        <source>外出的第一天</source>
        <translation>The first day away</translation>
    </message>
    <message>
        <source>去本县别的村，用“迁往外村…”办：档案随户转去</source>
        <translation>To another village of this county use “Move to another village…”: the file goes along</translation>
    </message>
</context>
<context>
    <name>BirthFields</name>
    <message>
        <source>母亲</source>
        <translation>mother</translation>
    </message>
    <message>
        <source>不在本户，或不填</source>
        <translation>Not in this household, or not stated</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>入户日期</source>
        <translation>Joined on</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>出生医学证明</source>
        <translation>medical certificate of birth</translation>
    </message>
    <message>
        <source>户口簿</source>
        <translation>Household book</translation>
    </message>
    <message>
        <source>亲子鉴定</source>
        <translation>parentage test</translation>
    </message>
    <message>
        <source>不填就是出生当天</source>
        <translation>Empty means the day of birth</translation>
    </message>
    <message>
        <source>还没有号码的不填，先给临时编号</source>
        <translation>Leave empty without a number: a temporary one is given</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>低保看板</source>
        <translation>Dibao board</translation>
    </message>
</context>
<context>
    <name>CalendarDayDialog</name>
    <message>
        <source>修改放假安排</source>
        <translation>Change a day</translation>
    </message>
    <message>
        <source>录入放假安排</source>
        <translation>Enter days</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>到（只有一天就不填）</source>
        <translation>To (empty for one day)</translation>
    </message>
    <message>
        <source>连着放假的最后一天</source>
        <translation>The last of the days in a row</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>安排</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>如 春节</source>
        <translation>such as: Spring Festival</translation>
    </message>
    <message>
        <source>元旦</source>
        <translation>New Year</translation>
    </message>
    <message>
        <source>春节</source>
        <translation>Spring Festival</translation>
    </message>
    <message>
        <source>清明节</source>
        <translation>Qingming</translation>
    </message>
    <message>
        <source>劳动节</source>
        <translation>Labour Day</translation>
    </message>
    <message>
        <source>端午节</source>
        <translation>Dragon Boat Festival</translation>
    </message>
    <message>
        <source>中秋节</source>
        <translation>Mid-Autumn Festival</translation>
    </message>
    <message>
        <source>国庆节</source>
        <translation>National Day</translation>
    </message>
    <message>
        <source>节日</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>已录入 {n} 天</source>
        <translation>{n} days entered</translation>
    </message>
</context>
<context>
    <name>CalendarPopup</name>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>CalendarSection</name>
    <message>
        <source>放假安排</source>
        <translation>Days off</translation>
    </message>
    <message>
        <source>公示和办理期限按工作日推算。每年的放假和调休由国务院办公厅公布，一般在上一年 11 月；程序没有带的年份在这里录入，与公布不同的可以改。</source>
        <translation>Postings and deadlines are counted over working days. The State Council&apos;s office announces each year&apos;s days off and worked weekends, usually in November of the year before; enter years that the program does not bring, and change what differs from the announcement.</translation>
    </message>
    <message>
        <source>修改…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>录入…</source>
        <translation>Enter…</translation>
    </message>
    <message>
        <source>去录入</source>
        <translation>Enter it</translation>
    </message>
    <message>
        <source>这一年还没有放假安排</source>
        <translation>No calendar of this year yet</translation>
    </message>
    <message>
        <source>期限先按周一至周五算。公布后点右上角的“录入…”。</source>
        <translation>Deadlines are counted over Monday to Friday. Once it is announced, press “Enter…” at the top right.</translation>
    </message>
    <message>
        <source>年份</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>星期</source>
        <translation>Weekday</translation>
    </message>
    <message>
        <source>安排</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>节日</source>
        <translation>Holiday</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>放假</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>程序自带</source>
        <translation>Shipped</translation>
    </message>
    <message>
        <source>本村录入（改过程序自带的）</source>
        <translation>Entered here (over the shipped one)</translation>
    </message>
    <message>
        <source>本村录入</source>
        <translation>Entered here</translation>
    </message>
    <message>
        <source>放假 {free} 天，调休上班 {worked} 天</source>
        <translation>{free} days off, {worked} worked weekend days</translation>
    </message>
    <message>
        <source>还没有 {year} 年的放假安排：到这一年的期限先按周一至周五算，可能不准。公布后请录入</source>
        <translation>There is no calendar of {year} yet: deadlines in it are counted over Monday to Friday and may be wrong. Enter it once it is announced</translation>
    </message>
</context>
<context>
    <name>Cards</name>
    <message>
        <source>住户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>人口</source>
        <translation>People</translation>
    </message>
    <message>
        <source>60 岁以上</source>
        <translation>60 and over</translation>
    </message>
    <message>
        <source>困难人员</source>
        <translation>Hardship</translation>
    </message>
    <message>
        <source>残疾人</source>
        <translation>Disabled</translation>
    </message>
    <message>
        <source>低保档案</source>
        <translation>Dibao cases</translation>
    </message>
</context>
<context>
    <name>CaseBar</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>登记县级决定</source>
        <translation>Record decision</translation>
    </message>
    <message>
        <source>登记复核</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>登记退出</source>
        <translation>Record end</translation>
    </message>
    <message>
        <source>提出类别后才能进入下一环节。</source>
        <translation>Propose a class to go on to the next stage.</translation>
    </message>
    <message>
        <source>打开住户</source>
        <translation>Open household</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>保存  Ctrl+S</source>
        <translation>Save  Ctrl+S</translation>
    </message>
    <message>
        <source>退回：{stage}</source>
        <translation>Back to: {stage}</translation>
    </message>
    <message>
        <source>下一步：{stage}</source>
        <translation>Next: {stage}</translation>
    </message>
    <message>
        <source>下次复核 {day}</source>
        <translation>Next review {day}</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>如 户主患重病，家里缺劳动力</source>
        <translation>e.g. the head is gravely ill and nobody can work</translation>
    </message>
    <message>
        <source>是</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>否</source>
        <translation>No</translation>
    </message>
    <message>
        <source>房屋、车辆、存款等，照实写</source>
        <translation>House, car, savings...</translation>
    </message>
    <message>
        <source>家庭生活常年困难</source>
        <translation>Perennial hardship</translation>
    </message>
    <message>
        <source>村级建议类别</source>
        <translation>Class proposed by the village</translation>
    </message>
    <message>
        <source>与规则不同时写明理由</source>
        <translation>Why the village differs from the rule</translation>
    </message>
    <message>
        <source>提出类别</source>
        <translation>Propose class</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>申请理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>家庭收入（一年）</source>
        <translation>Household income (a year)</translation>
    </message>
    <message>
        <source>家庭财产在规定限额内</source>
        <translation>Property within the limits</translation>
    </message>
    <message>
        <source>财产说明</source>
        <translation>Property note</translation>
    </message>
    <message>
        <source>申请</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>家庭财产和困难</source>
        <translation>Property and hardship</translation>
    </message>
    <message>
        <source>村级建议</source>
        <translation>Village&apos;s proposal</translation>
    </message>
    <message>
        <source>办理记录</source>
        <translation>History</translation>
    </message>
    <message>
        <source>规则算出的是“{rule}”：两者不同时请写明理由。</source>
        <translation>The rule gives {rule}: say why the village differs.</translation>
    </message>
</context>
<context>
    <name>CasePage</name>
    <message>
        <source>受理低保申请</source>
        <translation>New dibao case</translation>
    </message>
    <message>
        <source>低保档案</source>
        <translation>Dibao case</translation>
    </message>
    <message>
        <source>新申请</source>
        <translation>new application</translation>
    </message>
    <message>
        <source>{members} 人</source>
        <translation>people: {members}</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving...</translation>
    </message>
    <message>
        <source>已保存低保申请</source>
        <translation>Application saved</translation>
    </message>
    <message>
        <source>已提出：{own}</source>
        <translation>Proposed: {own}</translation>
    </message>
    <message>
        <source>已进入：{stage}</source>
        <translation>Moved to: {stage}</translation>
    </message>
    <message>
        <source>已登记县级决定</source>
        <translation>The county&apos;s decision is entered</translation>
    </message>
    <message>
        <source>已登记复核</source>
        <translation>Review recorded</translation>
    </message>
    <message>
        <source>已登记退出</source>
        <translation>End recorded</translation>
    </message>
</context>
<context>
    <name>ChooseHouseholdDialog</name>
    <message>
        <source>受理低保申请：选择住户</source>
        <translation>New dibao application: choose a household</translation>
    </message>
    <message>
        <source>户编号、姓名、拼音或公民身份号码的一部分</source>
        <translation>Household number, name, pinyin or part of an identity number</translation>
    </message>
    <message>
        <source>查找住户</source>
        <translation>Find a household</translation>
    </message>
    <message>
        <source>找到的住户</source>
        <translation>Households found</translation>
    </message>
    <message>
        <source>输入户主或家庭成员的姓名，下面会列出住户。</source>
        <translation>Type the name of the head or a member; the households are listed below.</translation>
    </message>
    <message>
        <source>填写申请</source>
        <translation>Fill in the application</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>户主 {name}</source>
        <translation>head {name}</translation>
    </message>
    <message>
        <source>没有找到：请换一个姓名或户编号，新住户先到“住户”页登记。</source>
        <translation>Nothing found: try another name or household number; register a new household on the page Households first.</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>内部表</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>公示表</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>通知单</source>
        <translation>Notice</translation>
    </message>
    <message>
        <source>追缴单</source>
        <translation>Recovery</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>缴费期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>不填为年底</source>
        <translation>Empty: end of the year</translation>
    </message>
    <message>
        <source>户主、编号、拼音首字母</source>
        <translation>Head, number, pinyin initials</translation>
    </message>
    <message>
        <source>查找住户</source>
        <translation>Find a household</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>全部小组</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>发给整个小组</source>
        <translation>To the whole group</translation>
    </message>
    <message>
        <source>批次</source>
        <translation>Batch</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>第 {n} 批</source>
        <translation>Batch {n}</translation>
    </message>
    <message>
        <source>全部内容，只供村里留存和经办，不外传。</source>
        <translation>Everything; for the village&apos;s own files only.</translation>
    </message>
    <message>
        <source>遮住公民身份号码，不含账户、病情和未成年人姓名，可以张贴。</source>
        <translation>Identity numbers masked; no accounts, illness or children&apos;s names. May be posted.</translation>
    </message>
    <message>
        <source>应追、实追和签字，只供村里和乡镇办理，公民身份号码遮住中间几位。</source>
        <translation>What is due, what came back, and signatures; for village and township only, the middle of the identity number masked.</translation>
    </message>
    <message>
        <source>可选一户、按住 Ctrl 选几户，或发给整个小组。</source>
        <translation>One household, several with Ctrl, or a whole group.</translation>
    </message>
    <message>
        <source>发给整个小组（先选小组）</source>
        <translation>To the whole group (choose a group first)</translation>
    </message>
    <message>
        <source>还没有住户：先到“住户”登记</source>
        <translation>No households yet: register them first</translation>
    </message>
    <message>
        <source>没有找到：换一种写法，或只输入一部分</source>
        <translation>Nothing found: try another spelling or only a part</translation>
    </message>
    <message>
        <source>发给：{group} 全组</source>
        <translation>To: all of {group}</translation>
    </message>
    <message>
        <source>还没有选住户</source>
        <translation>No household chosen</translation>
    </message>
    <message>
        <source>已选 {n} 户</source>
        <translation>Chosen: {n} households</translation>
    </message>
    <message>
        <source>已选：{household}</source>
        <translation>Chosen: {household}</translation>
    </message>
</context>
<context>
    <name>ClearButton</name>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
</context>
<context>
    <name>ClerkAddDialog</name>
    <message>
        <source>增加经办人</source>
        <translation>Add clerk</translation>
    </message>
    <message>
        <source>增加</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>给新经办人的密码</source>
        <translation>New clerk&apos;s password</translation>
    </message>
    <message>
        <source>您自己的密码</source>
        <translation>Your own password</translation>
    </message>
    <message>
        <source>确认是您本人同意</source>
        <translation>Confirms that it is you who agrees</translation>
    </message>
    <message>
        <source>正在增加…</source>
        <translation>Adding...</translation>
    </message>
</context>
<context>
    <name>ClerkEndDialog</name>
    <message>
        <source>停用经办人</source>
        <translation>End clerk</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End</translation>
    </message>
    <message>
        <source>{name}从今天起不能再登录，以前做过的记录都保留。想让他再登录，要重新增加。</source>
        <translation>From today {name} cannot sign in; all earlier records stay. To let the clerk in again, add the clerk anew.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>如：调离、换届；记入历史</source>
        <translation>e.g. transferred, end of term; kept in the history</translation>
    </message>
</context>
<context>
    <name>ClerkStep</name>
    <message>
        <source>经办人和密码</source>
        <translation>Clerk and password</translation>
    </message>
    <message>
        <source>以后每次打开程序，用这个密码登录。其他经办人可以在“设置”里再加。</source>
        <translation>You sign in with this password each time. More clerks can be added in Settings.</translation>
    </message>
    <message>
        <source>经办人姓名</source>
        <translation>Clerk&apos;s name</translation>
    </message>
</context>
<context>
    <name>ClerksSection</name>
    <message>
        <source>经办人</source>
        <translation>Clerks</translation>
    </message>
    <message>
        <source>每位经办人用自己的密码登录，做过的每一步都记在本人名下。离岗的停用，不删除，以前的记录照样留着名字。</source>
        <translation>Each clerk signs in with a password of their own, and every act is recorded under their name. Those who leave are ended, not deleted; their names stay.</translation>
    </message>
    <message>
        <source>停用…</source>
        <translation>End...</translation>
    </message>
    <message>
        <source>增加经办人…</source>
        <translation>Add clerk...</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>启用</source>
        <translation>From</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>To</translation>
    </message>
    <message>
        <source>在岗</source>
        <translation>active</translation>
    </message>
    <message>
        <source>已停用</source>
        <translation>ended</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>You</translation>
    </message>
    <message>
        <source>已增加经办人{name}</source>
        <translation>Clerk {name} added</translation>
    </message>
    <message>
        <source>{name}已停用</source>
        <translation>{name} ended</translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>列的对应</source>
        <translation>What the columns are</translation>
    </message>
    <message>
        <source>按这样读取</source>
        <translation>Read it so</translation>
    </message>
    <message>
        <source>文件的每一列是什么内容；留空的列不导入。姓名、与户主关系、公民身份号码三列必须有。</source>
        <translation>What each column of the file holds; a column left empty is not taken in. Name, relation to the head and identity number are needed.</translation>
    </message>
    <message>
        <source>如 民政所发的花名册</source>
        <translation>such as: the list of the civil affairs office</translation>
    </message>
    <message>
        <source>记住这种表，起个名字（不记就留空）</source>
        <translation>Remember this layout under a name (leave empty not to)</translation>
    </message>
    <message>
        <source>（无标题）</source>
        <translation>(no heading)</translation>
    </message>
    <message>
        <source>例如：{sample}</source>
        <translation>For example: {sample}</translation>
    </message>
</context>
<context>
    <name>ConflictCard</name>
    <message>
        <source>没有照做</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>两份内容</source>
        <translation>Two values</translation>
    </message>
    <message>
        <source>原因：{reason}</source>
        <translation>Reason: {reason}</translation>
    </message>
    <message>
        <source>现有内容</source>
        <translation>Stands now</translation>
    </message>
    <message>
        <source>保留这个</source>
        <translation>Keep this</translation>
    </message>
    <message>
        <source>改用这个</source>
        <translation>Take this</translation>
    </message>
    <message>
        <source>另一份内容</source>
        <translation>Another value</translation>
    </message>
    <message>
        <source>没有照做的</source>
        <translation>Not done</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Do again</translation>
    </message>
    <message>
        <source>这之前已有</source>
        <translation>Before it</translation>
    </message>
    <message>
        <source>不再办理</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>ConflictDialog</name>
    <message>
        <source>例如：打电话问过本人，新号码是对的</source>
        <translation>For example: telephoned, the new number is right</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>本村每台电脑都照此办理；没有选的内容留在历史里。</source>
        <translation>Every laptop of the village follows; what was not chosen stays in the history.</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Settled</translation>
    </message>
</context>
<context>
    <name>Contributions</name>
    <message>
        <source>缺标准</source>
        <translation>no value</translation>
    </message>
    <message>
        <source>没有登记</source>
        <translation>Not recorded</translation>
    </message>
    <message>
        <source>正在登记…</source>
        <translation>Recording...</translation>
    </message>
    <message>
        <source>待登记</source>
        <translation>To record</translation>
    </message>
    <message>
        <source>个人</source>
        <translation>Self</translation>
    </message>
    <message>
        <source>政府代缴</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>集体</source>
        <translation>Collective</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>{name}（{reason}）</source>
        <translation>{name} ({reason})</translation>
    </message>
    <message>
        <source>有 {count} 人按规定不用缴</source>
        <translation>{count} of them are not asked to pay</translation>
    </message>
    <message>
        <source>等</source>
        <translation> and others</translation>
    </message>
    <message>
        <source>仍然登记</source>
        <translation>Record all the same</translation>
    </message>
    <message>
        <source>先不登记</source>
        <translation>Not yet</translation>
    </message>
</context>
<context>
    <name>ContributionsPage</name>
    <message>
        <source>去“设置 → 本地标准”填写</source>
        <translation>Fill in: Settings → Local values</translation>
    </message>
    <message>
        <source>还没有住户</source>
        <translation>No households yet</translation>
    </message>
    <message>
        <source>缴费按人登记：请先到“住户”页登记住户，或从 Excel 名册导入。</source>
        <translation>Contributions are recorded by person: first register households on the page &quot;Households&quot;, or import an Excel register there.</translation>
    </message>
    <message>
        <source>缴费名单</source>
        <translation>List of contributions</translation>
    </message>
    <message>
        <source>已恢复上次没有登记的 {count} 行</source>
        <translation>Rows typed last time and not recorded are back: {count}</translation>
    </message>
    <message>
        <source>没有这样的人</source>
        <translation>Nobody like that</translation>
    </message>
    <message>
        <source>换一个筛选条件试试。</source>
        <translation>Try another filter.</translation>
    </message>
    <message>
        <source>{name}{reason}，不用缴（{clause}）。确实要登记，请再按一次回车。</source>
        <translation>{name} is exempt: {reason} ({clause}). To record it all the same, press Enter again.</translation>
    </message>
    <message>
        <source>已标记应代缴 {count} 人，共 {amount} 元：核对后按 Ctrl+S 登记，按空格可以去掉标记。</source>
        <translation>Marked for proxy payment: {count}, {amount} yuan. Check, then press Ctrl+S; Space takes a mark off.</translation>
    </message>
    <message>
        <source>还没有标记：在行上按空格标记，或直接输入档次。</source>
        <translation>Nothing is marked: press Space on a row to mark it, or type a tier.</translation>
    </message>
    <message>
        <source>正在登记缴费…</source>
        <translation>Recording contributions...</translation>
    </message>
    <message>
        <source>{count} 人</source>
        <translation>people: {count}</translation>
    </message>
    <message>
        <source>已登记 {names} {amount} 元</source>
        <translation>Recorded: {names}, {amount} yuan</translation>
    </message>
    <message>
        <source>{name}这一年没有可冲销的缴费。</source>
        <translation>{name} has no payment this year to reverse.</translation>
    </message>
    <message>
        <source>已冲销 {name} 的缴费，两笔记录都在</source>
        <translation>{name}&apos;s payment is reversed; both entries stay</translation>
    </message>
</context>
<context>
    <name>CopyDialog</name>
    <message>
        <source>重印 {number}：{form} {household}</source>
        <translation>Reprint {number}: {form} {household}</translation>
    </message>
    <message>
        <source>按今天的登记重新生成，编号不变，份号加一；打印或保存后才记录。</source>
        <translation>Made anew from today&apos;s register: same number, next copy. Recorded only once it is printed or saved.</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>CountyKeySection</name>
    <message>
        <source>县级公钥</source>
        <translation>County key</translation>
    </message>
    <message>
        <source>报送包用它封装，只有县里打得开。县里给的是以 age1 开头的一行字，或一个文本文件；它不是秘密，可以用优盘带来。</source>
        <translation>Packets are sealed with it; only the county can open them. The county gives it as a line that begins with age1, or as a text file. It is no secret and may come on a stick.</translation>
    </message>
    <message>
        <source>从县里给的文件里完整复制</source>
        <translation>Copy it whole from the county&apos;s file</translation>
    </message>
    <message>
        <source>从文件读取…</source>
        <translation>Read from file...</translation>
    </message>
    <message>
        <source>第一次使用时，打电话和县里核对头尾这几个字符。</source>
        <translation>Before first use, compare these first and last characters with the county by phone.</translation>
    </message>
    <message>
        <source>现在用的公钥：{first} … {last}</source>
        <translation>Key in use: {first} ... {last}</translation>
    </message>
    <message>
        <source>还没有公钥，现在不能报送</source>
        <translation>No key yet; nothing can be sent</translation>
    </message>
    <message>
        <source>选择县里给的公钥文件</source>
        <translation>Choose the county&apos;s key file</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>数据检查</source>
        <translation>Data check</translation>
    </message>
    <message>
        <source>检查数据文件有没有损坏、每一步操作的记录是否连贯、重做一遍是否得到同样的结果。只看不改，随时可以做。</source>
        <translation>Checks that the data file is sound, that the journal is unbroken, and that replaying it gives the same data. It changes nothing and can be done at any time.</translation>
    </message>
    <message>
        <source>检查数据</source>
        <translation>Check data</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>打开文件夹</source>
        <translation>Open folder</translation>
    </message>
    <message>
        <source>正在检查…</source>
        <translation>Checking...</translation>
    </message>
    <message>
        <source>正在检查数据…</source>
        <translation>Checking data...</translation>
    </message>
    <message>
        <source>数据库完整性</source>
        <translation>Database intact</translation>
    </message>
    <message>
        <source>变更记录链</source>
        <translation>Journal chain</translation>
    </message>
    <message>
        <source>重放变更记录与现有数据一致</source>
        <translation>Replay gives the same data</translation>
    </message>
    <message>
        <source>检索表与现有数据一致</source>
        <translation>Search table agrees</translation>
    </message>
    <message>
        <source>通过</source>
        <translation>Passed</translation>
    </message>
    <message>
        <source>不通过</source>
        <translation>Failed</translation>
    </message>
    <message>
        <source>数据完好，共 {n} 步操作，每一步都对得上。</source>
        <translation>The data is sound: acts checked: {n}.</translation>
    </message>
    <message>
        <source>数据有问题：请不要继续录入，也不要删除任何文件，把下面的结果告诉维护人员。</source>
        <translation>The data has a problem: enter nothing more, delete no file, and tell a maintainer what stands below.</translation>
    </message>
</context>
<context>
    <name>DateEdit</name>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
    </message>
</context>
<context>
    <name>DeathFields</name>
    <message>
        <source>死亡的人</source>
        <translation>Who has died</translation>
    </message>
    <message>
        <source>死亡日期</source>
        <translation>Died on</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>死亡医学证明</source>
        <translation>medical certificate of death</translation>
    </message>
    <message>
        <source>户口注销证明</source>
        <translation>hukou cancelled</translation>
    </message>
    <message>
        <source>火化证明</source>
        <translation>cremation certificate</translation>
    </message>
    <message>
        <source>村委会证明</source>
        <translation>village committee&apos;s certificate</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>spouse</translation>
    </message>
    <message>
        <source>配偶的婚姻状况改为丧偶</source>
        <translation>The spouse becomes widowed</translation>
    </message>
    <message>
        <source>每月养老金（元）</source>
        <translation>Monthly pension (yuan)</translation>
    </message>
    <message>
        <source>按政策算</source>
        <translation>by the policy</translation>
    </message>
    <message>
        <source>养老金已发到</source>
        <translation>Pension paid through</translation>
    </message>
    <message>
        <source>当月任意一天；不填就是已发到本月</source>
        <translation>Any day of that month; empty means this month</translation>
    </message>
</context>
<context>
    <name>DecisionDialog</name>
    <message>
        <source>登记县级决定</source>
        <translation>Record county decision</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>如 姚民低保〔2026〕12号</source>
        <translation>e.g. 姚民低保〔2026〕12号</translation>
    </message>
    <message>
        <source>予以确认</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>{letter} 类</source>
        <translation>Class {letter}</translation>
    </message>
    <message>
        <source>照县民政部门的确认文书填写；村里不作决定，只登记。</source>
        <translation>Fill in what the county&apos;s paper says; the village decides nothing, it only enters it.</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>月保障金额（元）</source>
        <translation>Monthly amount (yuan)</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Decision no.</translation>
    </message>
    <message>
        <source>决定日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>正在登记县级决定…</source>
        <translation>Entering the county&apos;s decision...</translation>
    </message>
</context>
<context>
    <name>DeclineDialog</name>
    <message>
        <source>退回迁入</source>
        <translation>Send the household back</translation>
    </message>
    <message>
        <source>退回</source>
        <translation>Send back</translation>
    </message>
    <message>
        <source>{head}一户退回{village}：本村不登记，原因由县里告诉对方村。</source>
        <translation>The household of {head} goes back to {village}: nothing is registered here, the county tells the other village why.</translation>
    </message>
    <message>
        <source>例如：本村没有这一户，请核对村代码</source>
        <translation>For example: no such household here, check the village code</translation>
    </message>
    <message>
        <source>退回的原因</source>
        <translation>Why they are sent back</translation>
    </message>
    <message>
        <source>已退回，下次报送时告诉县里</source>
        <translation>Sent back; the next packet tells the county</translation>
    </message>
</context>
<context>
    <name>Delivery</name>
    <message>
        <source>正在打印…</source>
        <translation>Printing...</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving...</translation>
    </message>
    <message>
        <source>有的字打印不出来</source>
        <translation>Some characters cannot be printed</translation>
    </message>
    <message>
        <source>仍然继续</source>
        <translation>Go on anyway</translation>
    </message>
    <message>
        <source>文件已经存在</source>
        <translation>The file exists</translation>
    </message>
    <message>
        <source>“{name}”已经存在，要替换它吗？</source>
        <translation>&quot;{name}&quot; exists. Replace it?</translation>
    </message>
    <message>
        <source>替换</source>
        <translation>Replace</translation>
    </message>
</context>
<context>
    <name>Dibao</name>
    <message>
        <source>逾期 {days} 天</source>
        <translation>{days} days overdue</translation>
    </message>
    <message>
        <source>今天复核</source>
        <translation>review today</translation>
    </message>
    <message>
        <source>{days} 天后复核</source>
        <translation>review in {days} days</translation>
    </message>
</context>
<context>
    <name>DibaoOverview</name>
    <message>
        <source>户主、拼音、户编号或档案编号</source>
        <translation>Head, initials, number</translation>
    </message>
    <message>
        <source>筛选低保档案</source>
        <translation>Filter dibao cases</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Board</translation>
    </message>
    <message>
        <source>列表</source>
        <translation>List</translation>
    </message>
    <message>
        <source>看板或列表</source>
        <translation>Board or list</translation>
    </message>
    <message>
        <source>含已退出/不予确认</source>
        <translation>With ended and refused</translation>
    </message>
    <message>
        <source>受理申请</source>
        <translation>New application</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>低保档案</source>
        <translation>Dibao case</translation>
    </message>
    <message>
        <source>还没有低保档案</source>
        <translation>No dibao cases yet</translation>
    </message>
    <message>
        <source>有家庭申请低保时，先点“受理申请”选择住户；填好收入和财产后，程序按文件提出 A、B、C 类并说明理由。</source>
        <translation>When a household applies, choose it with New application; once income and property are filled in, the program proposes class A, B or C by the paper and says why.</translation>
    </message>
    <message>
        <source>档案编号</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>月保障金额</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>下次复核</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>共 {all} 份&#x3000;在保 {granted} 户&#x3000;待提类别 {open} 份&#x3000;30 天内复核或已逾期 {due} 户</source>
        <translation>Cases: {all}   granted: {granted}   class to propose: {open}   review due within 30 days or overdue: {due}</translation>
    </message>
</context>
<context>
    <name>DibaoPage</name>
    <message>
        <source>这一户已有办理中或在保的档案，已打开</source>
        <translation>This household already has an open case; it is shown</translation>
    </message>
</context>
<context>
    <name>DuplicatesView</name>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>可能是同一人的两条登记</source>
        <translation>Two records that may be one person</translation>
    </message>
    <message>
        <source>没有疑似重复的登记</source>
        <translation>Nobody seems to be registered twice</translation>
    </message>
    <message>
        <source>姓名相同，出生日期、电话或号码又相近的两个人会列在这里。</source>
        <translation>Two people of one name whose birth dates, phones or numbers are alike are listed here.</translation>
    </message>
    <message>
        <source>例如：两人同来，看过两本户口簿</source>
        <translation>For example: both came, two household books were shown</translation>
    </message>
    <message>
        <source>怎样确认的</source>
        <translation>How it was made sure</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Two different people</translation>
    </message>
    <message>
        <source>同一人，留下左边</source>
        <translation>One person, keep the left</translation>
    </message>
    <message>
        <source>同一人，留下右边</source>
        <translation>One person, keep the right</translation>
    </message>
    <message>
        <source>打开左边那一户</source>
        <translation>Open the left household</translation>
    </message>
    <message>
        <source>打开右边那一户</source>
        <translation>Open the right household</translation>
    </message>
    <message>
        <source>疑似重复登记</source>
        <translation>Possibly registered twice</translation>
    </message>
    <message>
        <source>已记下：不是同一人</source>
        <translation>Noted: two different people</translation>
    </message>
    <message>
        <source>已合并：{name}</source>
        <translation>Merged: {name}</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>一条登记</source>
        <translation>One record</translation>
    </message>
    <message>
        <source>另一条登记</source>
        <translation>The other record</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>不属于任何一户</source>
        <translation>In no household</translation>
    </message>
    <message>
        <source>{where}（已离户）</source>
        <translation>{where} (has left)</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>原号码</source>
        <translation>former number</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>在哪一户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>{age} 岁</source>
        <translation>{age} years</translation>
    </message>
</context>
<context>
    <name>EndAccountDialog</name>
    <message>
        <source>停用账户</source>
        <translation>End account</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>End</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>账户</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>换卡、销户、本人去世</source>
        <translation>New card, account closed, person died</translation>
    </message>
    <message>
        <source>换卡</source>
        <translation>New card</translation>
    </message>
    <message>
        <source>销户</source>
        <translation>Account closed</translation>
    </message>
    <message>
        <source>本人去世</source>
        <translation>Person died</translation>
    </message>
    <message>
        <source>登记错了</source>
        <translation>Recorded by mistake</translation>
    </message>
    <message>
        <source>停用原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>已停用{name}的账户</source>
        <translation>Ended an account of {name}</translation>
    </message>
</context>
<context>
    <name>EndDialog</name>
    <message>
        <source>登记退出</source>
        <translation>Record end</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>如 姚民低保〔2026〕88号</source>
        <translation>e.g. 姚民低保〔2026〕88号</translation>
    </message>
    <message>
        <source>如 家庭收入超过低保标准</source>
        <translation>e.g. income above the dibao standard</translation>
    </message>
    <message>
        <source>照县民政部门停止保障的文书填写；村里只登记，档案和记录都会保留。</source>
        <translation>Fill in what the county&apos;s paper says; the village only records it. The case and its records stay.</translation>
    </message>
    <message>
        <source>听取意见的日期</source>
        <translation>Family heard on</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Decision no.</translation>
    </message>
    <message>
        <source>退出日期</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>退出原因</source>
        <translation>Reason for the end</translation>
    </message>
    <message>
        <source>停止保障前必须先听取这一户的意见（社会救助法 第四十八条）。</source>
        <translation>The household must be heard before aid stops (Social Assistance Law, article 48).</translation>
    </message>
    <message>
        <source>{day} 起必须填写。</source>
        <translation>Required from {day}.</translation>
    </message>
    <message>
        <source>正在登记退出…</source>
        <translation>Recording the end...</translation>
    </message>
</context>
<context>
    <name>EndIdentityDialog</name>
    <message>
        <source>终止困难身份</source>
        <translation>End hardship status</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>End</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>{kind}，从 {day} 起</source>
        <translation>{kind}, since {day}</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>终止原因</source>
        <translation>Reason for the end</translation>
    </message>
    <message>
        <source>已终止困难身份</source>
        <translation>Hardship status ended</translation>
    </message>
</context>
<context>
    <name>EndMembershipDialog</name>
    <message>
        <source>成员离户</source>
        <translation>Member leaves</translation>
    </message>
    <message>
        <source>办理离户</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>这是最后一位成员：离户后这一户同时销户</source>
        <translation>This is the last member: the household closes at the same time</translation>
    </message>
    <message>
        <source>最后一天</source>
        <translation>Last day</translation>
    </message>
    <message>
        <source>登记有误、参军</source>
        <translation>wrong entry, joined the army</translation>
    </message>
    <message>
        <source>登记有误</source>
        <translation>wrong entry</translation>
    </message>
    <message>
        <source>重复登记</source>
        <translation>entered twice</translation>
    </message>
    <message>
        <source>记录和历史都保留，不会删除。死亡、婚出、迁出、分户请用“成员变动…”。</source>
        <translation>Record and history stay. For a death, a marriage, a move or a split use “Member&apos;s event…”.</translation>
    </message>
    <message>
        <source>参军</source>
        <translation>Joined the army</translation>
    </message>
    <message>
        <source>离户原因</source>
        <translation>Reason for leaving</translation>
    </message>
    <message>
        <source>{name}已离户</source>
        <translation>{name} has left the household</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>登记县里</source>
        <translation>Enrol with a county</translation>
    </message>
    <message>
        <source>登记并写回优盘</source>
        <translation>Enrol and write back</translation>
    </message>
    <message>
        <source>{county}（区划代码 {region}）邀请 {village}&#x3000;{made} 制作</source>
        <translation>{county} (code {region}) invites {village}&#x3000;made {made}</translation>
    </message>
    <message>
        <source>拿出县里给的指纹纸条，逐组对照；空着的几组照纸条填。有一组不一样，就不要登记，马上打电话问县里。</source>
        <translation>Compare group by group with the county&apos;s slip, and type the empty groups from it. If a group differs, do not enrol and telephone the county at once.</translation>
    </message>
    <message>
        <source>本村已登记过县里，这份邀请的指纹和那次的不同。除非县里当面说过要换，否则不要登记。</source>
        <translation>This village is enrolled already, and this invitation has another fingerprint. Do not enrol unless the county has told you face to face that it changed.</translation>
    </message>
    <message>
        <source>登记后会把一个报送包写回这个优盘，请和“本机指纹单”一起带到县里，等县里准入。</source>
        <translation>After enrolling, a packet is written back to this stick; take it to the county with the slip of this computer&apos;s fingerprint and wait to be admitted.</translation>
    </message>
    <message>
        <source>县里的指纹</source>
        <translation>The county&apos;s fingerprint</translation>
    </message>
    <message>
        <source>第 {n} 组</source>
        <translation>Group {n}</translation>
    </message>
    <message>
        <source>不一样</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>正在登记，请不要拔优盘…</source>
        <translation>Enrolling, please leave the stick in…</translation>
    </message>
</context>
<context>
    <name>EnrolView</name>
    <message>
        <source>打印本机指纹单</source>
        <translation>Print own fingerprint</translation>
    </message>
    <message>
        <source>登记县里…</source>
        <translation>Enrol with a county…</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>邀请在哪里</source>
        <translation>Where the invitation is</translation>
    </message>
    <message>
        <source>本村向哪里报送</source>
        <translation>Where this village reports to</translation>
    </message>
    <message>
        <source>怎么登记</source>
        <translation>How to enrol</translation>
    </message>
    <message>
        <source>一、县里给一个有邀请的优盘和一张指纹纸条。
二、插上优盘，点“登记县里…”，照纸条核对指纹。
三、报送包写回优盘，连同“本机指纹单”带到县里。
四、县里核对本机指纹后准入，给回执；回来在“导入”里导入。</source>
        <translation>1. The county gives a stick with the invitation and a slip with its fingerprint.
2. Plug in the stick, press “Enrol with a county…” and compare with the slip.
3. A packet is written back; take it to the county with this laptop&apos;s fingerprint slip.
4. The county compares, admits, and gives an answer; import it in “Import”.</translation>
    </message>
    <message>
        <source>县</source>
        <translation>County</translation>
    </message>
    <message>
        <source>县里的指纹</source>
        <translation>The county&apos;s fingerprint</translation>
    </message>
    <message>
        <source>指纹核对</source>
        <translation>Comparison</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>这台电脑的指纹</source>
        <translation>This laptop&apos;s fingerprint</translation>
    </message>
    <message>
        <source>县里对这台电脑</source>
        <translation>This laptop at the county</translation>
    </message>
    <message>
        <source>还没有登记</source>
        <translation>Not enrolled yet</translation>
    </message>
    <message>
        <source>{county}（{region}）</source>
        <translation>{county} ({region})</translation>
    </message>
    <message>
        <source>已照纸条核对</source>
        <translation>Compared with the slip</translation>
    </message>
    <message>
        <source>▲ 还没有核对，请再登记一次，照纸条核对</source>
        <translation>▲ Not compared yet: enrol once more and compare with the slip</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>Not enrolled</translation>
    </message>
    <message>
        <source>已准入</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>等待准入</source>
        <translation>Waits to be admitted</translation>
    </message>
    <message>
        <source>登记之前也可以照常办理，内容都留在本机，登记后一并报送。</source>
        <translation>Work goes on as usual before that; everything stays here and is sent once enrolled.</translation>
    </message>
    <message>
        <source>县里认识这台电脑，报送的内容会入账。</source>
        <translation>The county knows this laptop and books what it sends.</translation>
    </message>
    <message>
        <source>县里不再收这台电脑的新内容：请联系县里，弄清是不是电脑丢过、换过。要接着用，请县里另给邀请，新建一个数据文件夹，在里面重新登记。</source>
        <translation>The county takes in nothing new from this computer: contact the county and find out whether a computer was lost or replaced. To go on using it, ask the county for another invitation, make a new data folder and enrol there.</translation>
    </message>
    <message>
        <source>把报送包和这台电脑的指纹带到县里；县里核对后准入，导入它的回执后这里会变成“已准入”。</source>
        <translation>Take the packet and this laptop&apos;s fingerprint to the county; it compares and admits, and once its answer is imported this turns to “Admitted”.</translation>
    </message>
    <message>
        <source>{label}&#x3000;有给本村的邀请</source>
        <translation>{label}&#x3000;holds an invitation for this village</translation>
    </message>
    <message>
        <source>{label}&#x3000;有给别的村的邀请</source>
        <translation>{label}&#x3000;holds an invitation for another village</translation>
    </message>
    <message>
        <source>邀请在哪个文件夹</source>
        <translation>Folder of the invitation</translation>
    </message>
    <message>
        <source>已登记：{county}。</source>
        <translation>Enrolled with {county}.</translation>
    </message>
    <message>
        <source>已登记县里</source>
        <translation>Enrolled</translation>
    </message>
</context>
<context>
    <name>Entitlements</name>
    <message>
        <source>现在有，照假如的情况就没有了。</source>
        <translation>Held now; lost in the supposed case.</translation>
    </message>
    <message>
        <source>去“设置 → 本地标准”填写</source>
        <translation>Fill in: Settings → Local values</translation>
    </message>
    <message>
        <source>同一项的另一条（{rule}）不符合：{why}</source>
        <translation>Another rule for the same benefit ({rule}) is not met: {why}</translation>
    </message>
    <message>
        <source>{name}：看是哪条规定、还差什么</source>
        <translation>{name}: see the rule and what is missing</translation>
    </message>
    <message>
        <source>用“假如”填个年限试算</source>
        <translation>Suppose the years under &quot;What if&quot;</translation>
    </message>
    <message>
        <source>规定：{says}</source>
        <translation>Rule: {says}</translation>
    </message>
    <message>
        <source>依据：{clauses}（{rule}）</source>
        <translation>Clause: {clauses} ({rule})</translation>
    </message>
    <message>
        <source>每年 {sum} 元</source>
        <translation>{sum} yuan a year</translation>
    </message>
    <message>
        <source>每月 {sum} 元</source>
        <translation>{sum} yuan a month</translation>
    </message>
    <message>
        <source>一次 {sum} 元</source>
        <translation>{sum} yuan once</translation>
    </message>
    <message>
        <source>须本人申请</source>
        <translation>on application</translation>
    </message>
    <message>
        <source>须审核</source>
        <translation>to be checked</translation>
    </message>
    <message>
        <source>缺本地标准</source>
        <translation>local value missing</translation>
    </message>
    <message>
        <source>新增</source>
        <translation>new</translation>
    </message>
    <message>
        <source>不再享受</source>
        <translation>lost</translation>
    </message>
    <message>
        <source>金额变化</source>
        <translation>amount differs</translation>
    </message>
    <message>
        <source>缺资料，现在判断不了</source>
        <translation>Facts missing: cannot be told</translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>救助</source>
        <translation>Relief</translation>
    </message>
    <message>
        <source>就业与工伤</source>
        <translation>Work and injury</translation>
    </message>
    <message>
        <source>金额待定</source>
        <translation>amount open</translation>
    </message>
    <message>
        <source>享受待遇</source>
        <translation>entitled</translation>
    </message>
    <message>
        <source>现在是 {sum} 元</source>
        <translation>now {sum} yuan</translation>
    </message>
    <message>
        <source>现在：{sum}</source>
        <translation>Now: {sum}</translation>
    </message>
    <message>
        <source>不符合低保条件</source>
        <translation>Dibao not met</translation>
    </message>
    <message>
        <source>{name}&#x3000;可享受的政策（{day}）</source>
        <translation>{name}: benefits on {day}</translation>
    </message>
    <message>
        <source>（假如的情况，不是登记的情况）</source>
        <translation>(a supposed case, not as registered)</translation>
    </message>
    <message>
        <source>{name}：</source>
        <translation>{name}:</translation>
    </message>
    <message>
        <source>现在不能享受：</source>
        <translation>Not available now:</translation>
    </message>
    <message>
        <source>规定：{says}（{clauses}）</source>
        <translation>Rule: {says} ({clauses})</translation>
    </message>
    <message>
        <source>现在没有可享受的项目。</source>
        <translation>No benefits now.</translation>
    </message>
    <message>
        <source>{title}政策包 {version} 版&#x3000;按 {day} 算</source>
        <translation>Policy pack {title}, version {version}, as of {day}</translation>
    </message>
    <message>
        <source>全家</source>
        <translation>Whole household</translation>
    </message>
</context>
<context>
    <name>EntitlementsView</name>
    <message>
        <source>返回住户</source>
        <translation>Back to household</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>把选中的人能享受什么、为什么，用大白话复制出来  Ctrl+C</source>
        <translation>Copy in plain words what the chosen person may have and why  Ctrl+C</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>假如…</source>
        <translation>What if...</translation>
    </message>
    <message>
        <source>还原</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>可享受政策</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>可享受政策&#x3000;{number} 户&#x3000;{head}</source>
        <translation>Benefits  household {number}  {head}</translation>
    </message>
    <message>
        <source>{now} → {then} 项</source>
        <translation>{now} → {then}</translation>
    </message>
    <message>
        <source>{n} 项&#x3000;有变</source>
        <translation>{n}, changed</translation>
    </message>
    <message>
        <source>{n} 项</source>
        <translation>{n}</translation>
    </message>
    <message>
        <source>关闭假如</source>
        <translation>Close what-if</translation>
    </message>
    <message>
        <source>假如：在左边改一改，右边马上算出结果。这里的改动只是试算，不会保存。</source>
        <translation>What if: change something on the left; the right shows the result at once. It is only a trial; nothing is saved.</translation>
    </message>
    <message>
        <source>假如：与现在相比有 {n} 处变动，右边已标出。只是试算，不会保存。</source>
        <translation>What if: {n} differences from now, marked on the right. Only a trial; nothing is saved.</translation>
    </message>
    <message>
        <source>假如：与现在相比没有变动。只是试算，不会保存。</source>
        <translation>What if: no difference from now. Only a trial; nothing is saved.</translation>
    </message>
    <message>
        <source>已复制，可以粘贴到微信、Word 里</source>
        <translation>Copied; paste it into WeChat or Word</translation>
    </message>
    <message>
        <source>政策告知</source>
        <translation>Entitlements</translation>
    </message>
    <message>
        <source>已交给打印机</source>
        <translation>Handed to the printer</translation>
    </message>
</context>
<context>
    <name>EventChoices</name>
    <message>
        <source>没有人外出或离户</source>
        <translation>nobody is away or has left</translation>
    </message>
    <message>
        <source>没有登记死亡的人</source>
        <translation>nobody is registered as dead</translation>
    </message>
    <message>
        <source>已销户</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>只有一位成员</source>
        <translation>only one member</translation>
    </message>
</context>
<context>
    <name>EventDialog</name>
    <message>
        <source>{kind}&#x3000;{number} 户</source>
        <translation>{kind}, household {number}</translation>
    </message>
    <message>
        <source>确认办理</source>
        <translation>Carry out</translation>
    </message>
    <message>
        <source>请看一遍将要发生的变动，再按一次“确认办理”</source>
        <translation>Look through what will happen, then press “Carry out” again</translation>
    </message>
    <message>
        <source>已办理：{what}</source>
        <translation>Done: {what}</translation>
    </message>
</context>
<context>
    <name>EventFields</name>
    <message>
        <source>新户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>按关系推定</source>
        <translation>Proposed by relation</translation>
    </message>
    <message>
        <source>{age} 岁</source>
        <translation>{age} years</translation>
    </message>
</context>
<context>
    <name>EventMenu</name>
    <message>
        <source>{kind}（{why}）</source>
        <translation>{kind} ({why})</translation>
    </message>
    <message>
        <source>迁往外村…</source>
        <translation>Move to another village…</translation>
    </message>
    <message>
        <source>其他原因离户…</source>
        <translation>Leaves for another reason…</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>报送</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>去导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>待处理 {n}</source>
        <translation>To settle {n}</translation>
    </message>
    <message>
        <source>优盘上有县里的新文件 {n} 份，还没有导入。</source>
        <translation>The stick holds {n} new files of the county that were not imported yet.</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>已有 {days} 天没有报送，{acts} 笔只在这台电脑里：请尽快写一个报送包带到县里。</source>
        <translation>Nothing sent for {days} days, and {acts} acts are on this laptop only: take a packet to the county soon.</translation>
    </message>
    <message>
        <source>写过报送包，但最早一笔等县里的回执已有 {days} 天：请向县里要回执，到“导入”里导入。</source>
        <translation>Packets were written, but the oldest act has waited {days} days for the county&apos;s answer: ask for it and import it.</translation>
    </message>
    <message>
        <source>待报送的已有 {acts} 笔：该写一个报送包带到县里了。不影响继续办理。</source>
        <translation>{acts} acts wait: time to take a packet to the county. Work can go on meanwhile.</translation>
    </message>
    <message>
        <source>已有 {days} 天没有报送：该写一个报送包带到县里了。不影响继续办理。</source>
        <translation>Nothing sent for {days} days: time to take a packet to the county. Work can go on meanwhile.</translation>
    </message>
</context>
<context>
    <name>FactsSection</name>
    <message>
        <source>住房与土地</source>
        <translation>Housing and land</translation>
    </message>
    <message>
        <source>修改</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>迁往外村…</source>
        <translation>Move to another village…</translation>
    </message>
    <message>
        <source>撤回迁出…</source>
        <translation>Take the move back…</translation>
    </message>
    <message>
        <source>户口性质</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>承包地</source>
        <translation>Contracted land</translation>
    </message>
    <message>
        <source>住房面积</source>
        <translation>Floor space</translation>
    </message>
    <message>
        <source>住房结构</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>未填</source>
        <translation>not filled in</translation>
    </message>
    <message>
        <source>{n} 亩</source>
        <translation>{n} mu</translation>
    </message>
    <message>
        <source>{n} 平方米</source>
        <translation>{n} m²</translation>
    </message>
</context>
<context>
    <name>FileGrid</name>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message>
        <source>已办结</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>要办</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Due</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>依据或结果</source>
        <translation>Clause or outcome</translation>
    </message>
</context>
<context>
    <name>FollowUpsSection</name>
    <message>
        <source>事后事项</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <source>没有要办的事；办理变动以后，该做的事会列在这里</source>
        <translation>Nothing to do; what an event leaves to be done is listed here</translation>
    </message>
    <message>
        <source>立追缴…</source>
        <translation>Overpaid…</translation>
    </message>
    <message>
        <source>办结…</source>
        <translation>Settle…</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>丢弃</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>已恢复上次未保存的内容</source>
        <translation>What you had not saved last time is back</translation>
    </message>
</context>
<context>
    <name>GroupEdit</name>
    <message>
        <source>选择小组</source>
        <translation>Choose a group</translation>
    </message>
</context>
<context>
    <name>GroupFields</name>
    <message>
        <source>调到哪个小组</source>
        <translation>To which group</translation>
    </message>
    <message>
        <source>现在是{group}</source>
        <translation>Now {group}</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>搬迁安置</source>
        <translation>resettlement</translation>
    </message>
    <message>
        <source>小组合并</source>
        <translation>groups merged</translation>
    </message>
    <message>
        <source>建房搬家</source>
        <translation>new house</translation>
    </message>
</context>
<context>
    <name>HeadFields</name>
    <message>
        <source>新户主</source>
        <translation>New head</translation>
    </message>
    <message>
        <source>从哪一天起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>户口簿变更</source>
        <translation>hukou book changed</translation>
    </message>
    <message>
        <source>原户主年老</source>
        <translation>old age of the head</translation>
    </message>
    <message>
        <source>家庭商定</source>
        <translation>agreed in the family</translation>
    </message>
</context>
<context>
    <name>HistoryList</name>
    <message>
        <source>保存以后，这里记下谁在什么时候改了什么。</source>
        <translation>Once saved, this tells who changed what and when.</translation>
    </message>
    <message>
        <source>理由：{reason}</source>
        <translation>reason: {reason}</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>显示更早的记录</source>
        <translation>Show earlier acts</translation>
    </message>
    <message>
        <source>在{village}时</source>
        <translation>In {village}</translation>
    </message>
</context>
<context>
    <name>HistoryView</name>
    <message>
        <source>检查报送包</source>
        <translation>Check packet</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>打印交接单</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>往来记录</source>
        <translation>What went and came</translation>
    </message>
    <message>
        <source>还没有往来</source>
        <translation>Nothing went or came yet</translation>
    </message>
    <message>
        <source>写过的报送包、导入过的县里的文件，都会列在这里：时间、笔数、金额、县里入账没有。</source>
        <translation>Packets that were written and files of the county that were imported stand here: when, how many acts, sums, and whether the county booked them.</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>报出</source>
        <translation>Sent</translation>
    </message>
    <message>
        <source>收到</source>
        <translation>Received</translation>
    </message>
    <message>
        <source>筛选：文件名、经办人、日期</source>
        <translation>Filter: file, clerk, date</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Way</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>缴费金额</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>文件名</source>
        <translation>File name</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>县里已办</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>部分已办</source>
        <translation>Settled in part</translation>
    </message>
    <message>
        <source>还没有回执</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>已由新包代替</source>
        <translation>Replaced</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>本机被撤销</source>
        <translation>Laptop revoked</translation>
    </message>
    <message>
        <source>退回 {n} 笔</source>
        <translation>{n} sent back</translation>
    </message>
    <message>
        <source>暂存 {n} 笔</source>
        <translation>{n} held</translation>
    </message>
    <message>
        <source>县里通知 {n} 件</source>
        <translation>{n} notices of the county</translation>
    </message>
    <message>
        <source>入账到第 {number} 号，清掉 {cleared} 笔，退回 {refused} 笔，暂存 {held} 笔，县里通知 {notices} 件。</source>
        <translation>Settled up to number {number}, {cleared} cleared, {refused} sent back, {held} held, {notices} notices of the county.</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>第 {first} 至 {last} 号，共 {n} 笔</source>
        <translation>no. {first} to {last}, {n} acts</translation>
    </message>
    <message>
        <source>第 {epoch} 期第 {number} 个包&#x3000;{acts}&#x3000;{size}&#x3000;校验码 {check}</source>
        <translation>Epoch {epoch}, packet {number}&#x3000;{acts}&#x3000;{size}&#x3000;check value {check}</translation>
    </message>
    <message>
        <source>没有变更</source>
        <translation>no acts</translation>
    </message>
    <message>
        <source>县里的回执说：这个包里的都已办结。</source>
        <translation>The county&apos;s answer says that all of it is settled.</translation>
    </message>
    <message>
        <source>县里办结了其中一部分，其余的下一个包会再带上。</source>
        <translation>The county settled part of it; the next packet brings the rest again.</translation>
    </message>
    <message>
        <source>还没有导入县里对它的回执；里面的内容下一个包会再带上。</source>
        <translation>The county&apos;s answer to it was not imported yet; the next packet brings its content again.</translation>
    </message>
    <message>
        <source>本机数据恢复过，里面的内容已在新的一期里重做。</source>
        <translation>This laptop was restored; what is in it was done again in a new epoch.</translation>
    </message>
    <message>
        <source>县里第 {number} 号，{made} 制作&#x3000;校验码 {check}</source>
        <translation>No. {number} of the county, made {made}&#x3000;check value {check}</translation>
    </message>
    <message>
        <source>交接单只有“报出”的才有。</source>
        <translation>Only what was sent has a hand-over slip.</translation>
    </message>
    <message>
        <source>检查哪个报送包</source>
        <translation>Packet to check</translation>
    </message>
    <message>
        <source>报送包 (*.clerk);;所有文件 (*)</source>
        <translation>Packets (*.clerk);;All files (*)</translation>
    </message>
    <message>
        <source>正在检查报送包…</source>
        <translation>Checking the packet...</translation>
    </message>
</context>
<context>
    <name>HouseholdDialog</name>
    <message>
        <source>修改住户 {number}</source>
        <translation>Change household {number}</translation>
    </message>
    <message>
        <source>已修改住户资料</source>
        <translation>Household changed</translation>
    </message>
</context>
<context>
    <name>HouseholdFields</name>
    <message>
        <source>户编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Village group</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>户口性质</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>承包地（亩）</source>
        <translation>Land (mu)</translation>
    </message>
    <message>
        <source>住房面积（平方米）</source>
        <translation>Floor space (m²)</translation>
    </message>
    <message>
        <source>住房结构</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>砖混、砖木、土木</source>
        <translation>brick, wood, earth</translation>
    </message>
</context>
<context>
    <name>HouseholdList</name>
    <message>
        <source>筛选：户主、拼音首字母、编号、电话</source>
        <translation>Filter: head, initials, number, phone</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Village group</translation>
    </message>
    <message>
        <source>全部小组</source>
        <translation>All groups</translation>
    </message>
    <message>
        <source>含已销户</source>
        <translation>With closed ones</translation>
    </message>
    <message>
        <source>查重</source>
        <translation>Doubles</translation>
    </message>
    <message>
        <source>往日名册</source>
        <translation>Past register</translation>
    </message>
    <message>
        <source>从名册导入</source>
        <translation>Import register</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>成批录入</source>
        <translation>Sheet entry</translation>
    </message>
    <message>
        <source>一个小组的住户在一张表里录完</source>
        <translation>Enter a whole group&apos;s households in one sheet</translation>
    </message>
    <message>
        <source>新登记一户</source>
        <translation>New household</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>继续录入</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>还没有住户</source>
        <translation>No households yet</translation>
    </message>
    <message>
        <source>从村里的 Excel 名册一次导入，或者先登记一户试试。也可以把名册文件直接拖到这里。</source>
        <translation>Import the village&apos;s Excel register in one go, or register one household to try. You can also drop the file here.</translation>
    </message>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>一人一行，可以再导入</source>
        <translation>A row a person, can be imported again</translation>
    </message>
    <message>
        <source>一人一行，遮住公民身份号码、电话</source>
        <translation>A row a person, identity numbers and telephones covered</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>困难人口</source>
        <translation>Poor</translation>
    </message>
    <message>
        <source>残疾人</source>
        <translation>Disab.</translation>
    </message>
    <message>
        <source>低保类别</source>
        <translation>Dibao class</translation>
    </message>
    <message>
        <source>低保环节</source>
        <translation>Dibao stage</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>有一户填了一半，还没有保存</source>
        <translation>One household is half filled in and not saved yet</translation>
    </message>
    <message>
        <source>成批录入的表里还有没登记的住户</source>
        <translation>The entry sheet holds households that are not registered yet</translation>
    </message>
    <message>
        <source>没有符合条件的住户</source>
        <translation>No household fits</translation>
    </message>
    <message>
        <source>换一种写法，或清除筛选条件。</source>
        <translation>Write it in another way, or clear the filter.</translation>
    </message>
</context>
<context>
    <name>HouseholdTables</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>劳动能力</source>
        <translation>Capacity</translation>
    </message>
    <message>
        <source>残疾</source>
        <translation>Disab.</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止日</source>
        <translation>To</translation>
    </message>
    <message>
        <source>标注脱贫</source>
        <translation>Lifted on</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>档案编号</source>
        <translation>Case number</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>月补助（元）</source>
        <translation>Yuan/month</translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>下次复核</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>申请理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>档次（元）</source>
        <translation>Tier (yuan)</translation>
    </message>
    <message>
        <source>金额（元）</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>缴费人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>经收人</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>打印日期</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>打印人</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>已故</source>
        <translation>deceased</translation>
    </message>
    <message>
        <source>核实中</source>
        <translation>being verified</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>未到起日</source>
        <translation>Not begun</translation>
    </message>
    <message>
        <source>已终止</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reversal</translation>
    </message>
    <message>
        <source>已冲销</source>
        <translation>Reversed</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>公示表</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
</context>
<context>
    <name>HouseholdView</name>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>打印登记表</source>
        <translation>Print form</translation>
    </message>
    <message>
        <source>缴费通知单</source>
        <translation>Contribution notice</translation>
    </message>
    <message>
        <source>可享受政策</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>修改住户</source>
        <translation>Change household</translation>
    </message>
    <message>
        <source>办理变动…</source>
        <translation>Event…</translation>
    </message>
    <message>
        <source>增加成员</source>
        <translation>Add member</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>低保</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>没有申请过低保</source>
        <translation>Never applied for dibao</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>没有打印过文书</source>
        <translation>Nothing printed yet</translation>
    </message>
    <message>
        <source>{number} 户&#x3000;{head}</source>
        <translation>Household {number}  {head}</translation>
    </message>
    <message>
        <source>有一户正在登记，填写的内容都还在</source>
        <translation>A household is being registered; everything typed is still there</translation>
    </message>
    <message>
        <source>{n} 人</source>
        <translation>people: {n}</translation>
    </message>
    <message>
        <source>已于 {day} 销户：{why}</source>
        <translation>closed on {day}: {why}</translation>
    </message>
</context>
<context>
    <name>IdNumberEdit</name>
    <message>
        <source>已输入 {n} 位</source>
        <translation>{n} characters so far</translation>
    </message>
    <message>
        <source>已输入 15 位；如是旧号码，对应 18 位 {number}</source>
        <translation>15 digits so far; if it is an old number, its 18 digits are {number}</translation>
    </message>
    <message>
        <source>{birth} 出生，{sex}，{age} 周岁</source>
        <translation>born {birth}, {sex}, aged {age}</translation>
    </message>
    <message>
        <source>15 位旧号码，将存为 18 位 {number}，请与证件核对</source>
        <translation>old number of 15 digits, will be stored as {number}: compare with the card</translation>
    </message>
</context>
<context>
    <name>IdentitiesSection</name>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>没有登记困难身份</source>
        <translation>No hardship status recorded</translation>
    </message>
    <message>
        <source>登记身份</source>
        <translation>Record status</translation>
    </message>
    <message>
        <source>修改身份</source>
        <translation>Correct status</translation>
    </message>
    <message>
        <source>终止身份</source>
        <translation>End status</translation>
    </message>
</context>
<context>
    <name>IdentityDialog</name>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止日（还有效就不填）</source>
        <translation>To (empty while it runs)</translation>
    </message>
    <message>
        <source>只有{kinds}填</source>
        <translation>Only for: {kinds}</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>标注脱贫日期</source>
        <translation>Lifted on</translation>
    </message>
    <message>
        <source>证件号或文号</source>
        <translation>Certificate or paper number</translation>
    </message>
    <message>
        <source>如 县扶贫办名单</source>
        <translation>e.g. county poverty list</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>如 日期登记错了，可不填</source>
        <translation>e.g. wrong date was recorded; may stay empty</translation>
    </message>
    <message>
        <source>修改原因</source>
        <translation>Reason of the correction</translation>
    </message>
    <message>
        <source>已登记{name}：{kind}</source>
        <translation>Recorded for {name}: {kind}</translation>
    </message>
    <message>
        <source>已修改困难身份：{kind}</source>
        <translation>Corrected hardship status: {kind}</translation>
    </message>
</context>
<context>
    <name>ImportAccount</name>
    <message>
        <source>导入了 {n} 份</source>
        <translation>{n} imported</translation>
    </message>
    <message>
        <source>没有新的文件可导入</source>
        <translation>No new file to import</translation>
    </message>
    <message>
        <source>拒收 {n} 份</source>
        <translation>{n} refused</translation>
    </message>
    <message>
        <source>新增待处理 {n} 件</source>
        <translation>{n} new things to settle</translation>
    </message>
    <message>
        <source>还有 {n} 份没有看</source>
        <translation>{n} not looked at</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>……县里通知共 {n} 件</source>
        <translation>… {n} notices of the county in all</translation>
    </message>
    <message>
        <source>已收下，还没有生效：要到“设置 → 县里来文”接收。</source>
        <translation>Received, not in force yet: decide in Settings → County publications.</translation>
    </message>
    <message>
        <source>县里退回 {n} 笔，要改正后重新办理：</source>
        <translation>The county sent back {n} acts, to be put right and done again:</translation>
    </message>
    <message>
        <source>县里已撤销这台电脑，请联系县里</source>
        <translation>The county has revoked this computer, contact the county</translation>
    </message>
    <message>
        <source>县里已准入这台电脑</source>
        <translation>The county has admitted this computer</translation>
    </message>
    <message>
        <source>县里暂存 {n} 笔，条件到了会自己入账：</source>
        <translation>The county holds {n} acts and will book them by itself in time:</translation>
    </message>
    <message>
        <source>县里通知：{text}</source>
        <translation>Notice of the county: {text}</translation>
    </message>
    <message>
        <source>收到本村其他电脑办理的 {n} 笔。</source>
        <translation>{n} acts of the village&apos;s other laptops came along.</translation>
    </message>
    <message>
        <source>有 {n} 处几台电脑写得不一样，请到“待处理”里选定。</source>
        <translation>{n} places where laptops wrote different things: choose in “To settle”.</translation>
    </message>
    <message>
        <source>已收下。本村{stands}。</source>
        <translation>Received. In this village: {stands}.</translation>
    </message>
    <message>
        <source>县里收回了来文{titles}：没有接收的不能再接收，已接收的照旧，等县里的新来文。</source>
        <translation>The county took back {titles}: what was not accepted cannot be accepted any more; what was accepted holds until the county&apos;s new one.</translation>
    </message>
    <message>
        <source>本机的数据比县里旧：补回 {back} 笔，把本机后来的 {again} 笔接着重做了一遍，{clashed} 笔要人核对；从现在起是第 {epoch} 期。</source>
        <translation>This laptop was older than the county: {back} acts came back, {again} of its own were done again after them, {clashed} need a person; this is epoch {epoch} from now on.</translation>
    </message>
    <message>
        <source>县里已入账到第 {number} 号</source>
        <translation>The county has booked up to no. {number}</translation>
    </message>
    <message>
        <source>{words}（第 {epoch} 期）</source>
        <translation>{words} (epoch {epoch})</translation>
    </message>
    <message>
        <source>县里还没有入账</source>
        <translation>The county has booked nothing yet</translation>
    </message>
    <message>
        <source>这次清掉 {n} 笔</source>
        <translation>{n} cleared this time</translation>
    </message>
    <message>
        <source>有 {n} 笔县里不再有，下一个报送包会再带上</source>
        <translation>{n} are no longer there, the next packet brings them again</translation>
    </message>
    <message>
        <source>还有 {n} 笔等待报送或回执</source>
        <translation>{n} still wait to be sent or answered</translation>
    </message>
    <message>
        <source>没有待报送的了</source>
        <translation>nothing waits any more</translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source> 等 {n} 笔</source>
        <translation> and others, {n} acts</translation>
    </message>
    <message>
        <source>&#x3000;第 {numbers} 号{more}&#x3000;{kind}：{reason}</source>
        <translation>&#x3000;no. {numbers}{more}&#x3000;{kind}: {reason}</translation>
    </message>
    <message>
        <source>&#x3000;……其余见“待处理”</source>
        <translation>&#x3000;… for the rest see “To settle”</translation>
    </message>
    <message>
        <source>第 {number} 号回执&#x3000;{file}</source>
        <translation>Answer no. {number}&#x3000;{file}</translation>
    </message>
    <message>
        <source>第 {number} 号来文&#x3000;{title}</source>
        <translation>Publication no. {number}&#x3000;{title}</translation>
    </message>
    <message>
        <source>{names} 等 {n} 份</source>
        <translation>{names} and others, {n} in all</translation>
    </message>
    <message>
        <source>本机被撤销</source>
        <translation>Laptop revoked</translation>
    </message>
    <message>
        <source>已导入</source>
        <translation>Imported</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>较旧</source>
        <translation>Older</translation>
    </message>
    <message>
        <source>导入过</source>
        <translation>Imported before</translation>
    </message>
    <message>
        <source>不用导入</source>
        <translation>Not to import</translation>
    </message>
    <message>
        <source>本机写的</source>
        <translation>Our own</translation>
    </message>
</context>
<context>
    <name>ImportPreview</name>
    <message>
        <source>预览</source>
        <translation>Preview</translation>
    </message>
    <message>
        <source>原表</source>
        <translation>The file</translation>
    </message>
    <message>
        <source>预览或原表</source>
        <translation>Preview or the file</translation>
    </message>
    <message>
        <source>只看有问题的行</source>
        <translation>Only rows with problems</translation>
    </message>
    <message>
        <source>工作表</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>可以导入的住户</source>
        <translation>Households that can come in</translation>
    </message>
    <message>
        <source>没有可以导入的住户</source>
        <translation>No household can come in</translation>
    </message>
    <message>
        <source>原因在右边的表里，在原表里改好，或改好名册再选一次。</source>
        <translation>The reasons are in the table on the right. Correct the cells here under “The file”, or correct the register and choose it again.</translation>
    </message>
    <message>
        <source>给已登记的人补登的困难身份</source>
        <translation>Statuses for people on file</translation>
    </message>
    <message>
        <source>有问题的行</source>
        <translation>Rows with problems</translation>
    </message>
    <message>
        <source>没有问题</source>
        <translation>No problems</translation>
    </message>
    <message>
        <source>每一行都能导入。</source>
        <translation>Every row can come in.</translation>
    </message>
    <message>
        <source>原表的各行</source>
        <translation>The rows of the file</translation>
    </message>
    <message>
        <source>已导入 {n} 户</source>
        <translation>{n} households imported</translation>
    </message>
    <message>
        <source>可以导入 {n} 户</source>
        <translation>{n} households can come in</translation>
    </message>
    <message>
        <source>已给登记过的人补登 {n} 个困难身份</source>
        <translation>{n} statuses recorded for people on file</translation>
    </message>
    <message>
        <source>给登记过的人补登 {n} 个困难身份</source>
        <translation>{n} statuses to record for people on file</translation>
    </message>
    <message>
        <source>不导入 {n} 行</source>
        <translation>{n} rows stay out</translation>
    </message>
    <message>
        <source>已经登记 {n} 行</source>
        <translation>{n} rows already registered</translation>
    </message>
    <message>
        <source>导入但请核对 {n} 行</source>
        <translation>{n} rows come in but need a look</translation>
    </message>
    <message>
        <source>第 {row} 行，{column}</source>
        <translation>Row {row}, {column}</translation>
    </message>
    <message>
        <source>双击或按 F2 改格子里的内容，改后马上重新检查；文件本身不会改动。</source>
        <translation>Double-click or press F2 to type over a cell; it is checked again at once. The file itself is not changed.</translation>
    </message>
</context>
<context>
    <name>ImportView</name>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>以前的导入</source>
        <translation>Earlier imports</translation>
    </message>
    <message>
        <source>选择文件…</source>
        <translation>Choose file...</translation>
    </message>
    <message>
        <source>列的对应…</source>
        <translation>Columns…</translation>
    </message>
    <message>
        <source>保存问题清单</source>
        <translation>Save problems</translation>
    </message>
    <message>
        <source>“{name}”上次没有导入完，改过的内容都留着。</source>
        <translation>The import of “{name}” was not finished; what you changed is kept.</translation>
    </message>
    <message>
        <source>名册 (*.xlsx *.xlsm *.xls *.csv *.txt *.tsv)</source>
        <translation>Registers (*.xlsx *.xlsm *.xls *.csv *.txt *.tsv)</translation>
    </message>
    <message>
        <source>正在重新检查…</source>
        <translation>Checking again…</translation>
    </message>
    <message>
        <source>给登记过的人补登了 {n} 个困难身份。</source>
        <translation>{n} statuses were recorded for people on file. </translation>
    </message>
    <message>
        <source>{rejected} 行没有导入，都留着：到“以前的导入”里改好再导入，或写明不导入。</source>
        <translation>{rejected} rows were not imported and are kept: correct them under “Earlier imports” and take them in, or say why not.</translation>
    </message>
    <message>
        <source>去登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>去处理</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>去接收</source>
        <translation>Decide</translation>
    </message>
    <message>
        <source>导入文件…</source>
        <translation>Import files…</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>从哪里导入</source>
        <translation>Import from</translation>
    </message>
    <message>
        <source>插上从县里带回来的优盘，点“导入”。这里会写明每份文件的结果：哪些已入账，哪些退回或暂存和为什么，县里还发来了什么。</source>
        <translation>Plug in the stick from the county and press “Import”. The account of each file stands here: what was booked, what was sent back or held and why, and what else the county sent.</translation>
    </message>
    <message>
        <source>导入只读优盘，不改动上面的文件。每份文件各算各的：有一份不对，不影响别的；中途停下，已导入的都算数。</source>
        <translation>Importing only reads the stick and changes nothing on it. Each file counts for itself: a bad one does not touch the others, and what was imported before you stop stays.</translation>
    </message>
    <message>
        <source>导入结果</source>
        <translation>What came of it</translation>
    </message>
    <message>
        <source>本村还没有登记县里，现在不能导入：请先打开县里的邀请。</source>
        <translation>This village is not enrolled with a county yet and cannot import: open the county&apos;s invitation first.</translation>
    </message>
    <message>
        <source>县里来文 {n} 份等待接收，接收后才生效。</source>
        <translation>{n} publications of the county wait for a decision; they count once accepted.</translation>
    </message>
    <message>
        <source>{label}&#x3000;县里的新文件 {n} 份</source>
        <translation>{label}&#x3000;{n} new files of the county</translation>
    </message>
    <message>
        <source>{label}&#x3000;没有县里的新文件</source>
        <translation>{label}&#x3000;no new files of the county</translation>
    </message>
    <message>
        <source>导入哪些文件</source>
        <translation>Which files to import</translation>
    </message>
    <message>
        <source>县里的文件 (*.clerk);;所有文件 (*)</source>
        <translation>Files of the county (*.clerk);;All files (*)</translation>
    </message>
    <message>
        <source>从哪个文件夹导入</source>
        <translation>Which folder to import from</translation>
    </message>
    <message>
        <source>正在导入，请不要拔优盘…</source>
        <translation>Importing, please leave the stick in…</translation>
    </message>
    <message>
        <source>{words}。可以拔出优盘了</source>
        <translation>{words}. The stick may be pulled out</translation>
    </message>
    <message>
        <source>看住户列表</source>
        <translation>Show households</translation>
    </message>
    <message>
        <source>接着做</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>选择住户名册</source>
        <translation>Choose a household register</translation>
    </message>
    <message>
        <source>一人一行，要有姓名、与户主关系、公民身份号码三列；只有姓名和公民身份号码的表，同名册核对。选好以后先看预览，确认了才会导入。也可以把文件拖到这里。</source>
        <translation>One row per person, with columns for name, relation to the head and identity number; a list of names and identity numbers alone is checked against the register. You see a preview first; nothing is imported until you confirm. You can also drop the file here.</translation>
    </message>
    <message>
        <source>从名册导入住户</source>
        <translation>Import a household register</translation>
    </message>
    <message>
        <source>正在读取名册…</source>
        <translation>Reading the register...</translation>
    </message>
    <message>
        <source>{file}：共 {rows} 行。可以导入 {households} 户 {people} 人，</source>
        <translation>{file}: {rows} rows. {households} households with {people} people can come in; </translation>
    </message>
    <message>
        <source>给登记过的人补登 {n} 个困难身份，</source>
        <translation>{n} statuses to record for people on file, </translation>
    </message>
    <message>
        <source>{n} 行已经登记，</source>
        <translation>{n} rows are registered already, </translation>
    </message>
    <message>
        <source>{n} 行已经在等着处理，</source>
        <translation>{n} rows wait already, </translation>
    </message>
    <message>
        <source>{rejected} 行有问题不导入。</source>
        <translation>{rejected} rows have problems and stay out.</translation>
    </message>
    <message>
        <source>没有问题。</source>
        <translation>no problems.</translation>
    </message>
    <message>
        <source>导入 {n} 户，补登 {statuses} 个身份</source>
        <translation>Import {n} households, {statuses} statuses</translation>
    </message>
    <message>
        <source>补登 {statuses} 个困难身份</source>
        <translation>Record {statuses} statuses</translation>
    </message>
    <message>
        <source>导入 {n} 户</source>
        <translation>Import {n} households</translation>
    </message>
    <message>
        <source>留下 {left} 行待处理</source>
        <translation>Keep {left} rows to deal with</translation>
    </message>
    <message>
        <source>正在导入住户…</source>
        <translation>Importing households...</translation>
    </message>
    <message>
        <source>已导入 {households} 户 {people} 人。</source>
        <translation>{households} households with {people} people imported.</translation>
    </message>
    <message>
        <source>{n} 行已经登记，不用再登记。</source>
        <translation>{n} rows are registered already and need nothing. </translation>
    </message>
    <message>
        <source>没有导入的列：{columns}。</source>
        <translation>Columns not imported: {columns}. </translation>
    </message>
    <message>
        <source>{n} 行在以前的导入里已经等着处理，没有再留一次。</source>
        <translation>{n} rows wait already from an earlier import and were not kept twice.</translation>
    </message>
    <message>
        <source>已导入 {households} 户 {people} 人</source>
        <translation>{households} households with {people} people imported</translation>
    </message>
    <message>
        <source>名册问题清单</source>
        <translation>Register problems</translation>
    </message>
    <message>
        <source>补登身份</source>
        <translation>Status added</translation>
    </message>
    <message>
        <source>已登记</source>
        <translation>Registered</translation>
    </message>
    <message>
        <source>已在等待</source>
        <translation>Waits already</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Stays out</translation>
    </message>
    <message>
        <source>不是人员</source>
        <translation>No person</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>自动</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>人数</source>
        <translation>People</translation>
    </message>
    <message>
        <source>其他成员</source>
        <translation>Other members</translation>
    </message>
    <message>
        <source>行</source>
        <translation>Row</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>脱贫或等级</source>
        <translation>Poverty left, or grade</translation>
    </message>
    <message>
        <source>{n} 级</source>
        <translation>Grade {n}</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>列</source>
        <translation>Column</translation>
    </message>
    <message>
        <source>问题</source>
        <translation>Problem</translation>
    </message>
</context>
<context>
    <name>ImportsView</name>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>撤销整次导入…</source>
        <translation>Undo the whole import…</translation>
    </message>
    <message>
        <source>这些行不导入…</source>
        <translation>Leave these rows out…</translation>
    </message>
    <message>
        <source>导入改好的行</source>
        <translation>Take in corrected rows</translation>
    </message>
    <message>
        <source>以前的导入</source>
        <translation>Earlier imports</translation>
    </message>
    <message>
        <source>还没有导入过</source>
        <translation>Nothing was imported yet</translation>
    </message>
    <message>
        <source>导入名册以后，每一次都列在这里，可以撤销。</source>
        <translation>Every import is listed here and can be undone.</translation>
    </message>
    <message>
        <source>没有导入的行</source>
        <translation>Rows not imported</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>已改好</source>
        <translation>Corrected</translation>
    </message>
    <message>
        <source>双击或按 F2 改格子里的内容，改好的行再导入；改过的内容一直留着。</source>
        <translation>Double-click or press F2 to type over a cell, then take the corrected rows in; what you change is kept.</translation>
    </message>
    <message>
        <source>导入改好的 {n} 行</source>
        <translation>Take in {n} corrected rows</translation>
    </message>
    <message>
        <source>没有导入的 {n} 行</source>
        <translation>{n} rows not imported</translation>
    </message>
    <message>
        <source>又导入 {households} 户 {people} 人，补登 {statuses} 个困难身份，还有 {waiting} 行</source>
        <translation>{households} households and {people} people imported, {statuses} statuses recorded; {waiting} rows still wait</translation>
    </message>
    <message>
        <source>又导入 {households} 户 {people} 人，还有 {waiting} 行</source>
        <translation>Took in {households} more households, {people} people; {waiting} rows left</translation>
    </message>
    <message>
        <source>不导入这些行</source>
        <translation>Leave these rows out</translation>
    </message>
    <message>
        <source>选中的 {n} 行不再导入，原因记入记录。</source>
        <translation>The {n} marked rows will not be imported; the reason goes on record.</translation>
    </message>
    <message>
        <source>不导入</source>
        <translation>Stays out</translation>
    </message>
    <message>
        <source>如 不是本村人、重复</source>
        <translation>such as: not of this village, a duplicate</translation>
    </message>
    <message>
        <source>{n} 行不再导入</source>
        <translation>{n} rows left out</translation>
    </message>
    <message>
        <source>导入</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>撤销整次导入</source>
        <translation>Undo the whole import</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>如 选错了文件</source>
        <translation>such as: the wrong file</translation>
    </message>
    <message>
        <source>改动过的住户留下，只撤销其余的</source>
        <translation>Keep the changed households, undo only the others</translation>
    </message>
    <message>
        <source>正在撤销导入…</source>
        <translation>Undoing the import…</translation>
    </message>
    <message>
        <source>“{name}”导入的 {households} 户 {people} 人全部撤销，户编号和公民身份号码可以重新登记；历史里查得到。</source>
        <translation>The {households} households and {people} people imported from “{name}” are all taken back; their numbers can be registered again. The history keeps them.</translation>
    </message>
    <message>
        <source>“{name}”给登记过的人补登的 {n} 个困难身份一并撤销；历史里查得到。</source>
        <translation>The {n} statuses that “{name}” gave to people on file are taken back too; the history shows them.</translation>
    </message>
    <message>
        <source>{n} 个补登以后改动过，留下不动：{named}。</source>
        <translation>{n} were changed since and stay: {named}.</translation>
    </message>
    <message>
        <source>其中 {n} 户后来改动过：{named}。不勾选下面一项就不能撤销。</source>
        <translation>{n} households of it were changed since: {named}. Unless you tick the box below, nothing can be taken back.</translation>
    </message>
    <message>
        <source>已撤销 {households} 户 {people} 人</source>
        <translation>Took back {households} households, {people} people</translation>
    </message>
    <message>
        <source>，补登的 {n} 个困难身份</source>
        <translation>, {n} statuses</translation>
    </message>
    <message>
        <source>；{n} 个改动过的困难身份留着</source>
        <translation>; {n} changed statuses stay</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>{n} 户</source>
        <translation>{n} households</translation>
    </message>
    <message>
        <source>{n} 个身份</source>
        <translation>{n} statuses</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
</context>
<context>
    <name>IncomeSheet</name>
    <message>
        <source>全家</source>
        <translation>All</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>全年金额</source>
        <translation>Yearly</translation>
    </message>
    <message>
        <source>必要成本</source>
        <translation>Costs</translation>
    </message>
    <message>
        <source>第 {line} 行</source>
        <translation>Line {line}</translation>
    </message>
    <message>
        <source>填完整后这里显示合计</source>
        <translation>The sums appear here once the lines are complete</translation>
    </message>
    <message>
        <source>全年合计 {annual} 元&#x3000;必要成本 {costs} 元&#x3000;净收入 {net} 元&#x3000;人均每月 {monthly} 元（{people} 人）</source>
        <translation>Year {annual} yuan   costs {costs} yuan   net {net} yuan   a month a head {monthly} yuan (people: {people})</translation>
    </message>
</context>
<context>
    <name>ListExport</name>
    <message>
        <source>照表里的样子</source>
        <translation>As the table shows it</translation>
    </message>
    <message>
        <source>遮住公民身份号码、账号、电话</source>
        <translation>With identity, account and telephone numbers covered</translation>
    </message>
    <message>
        <source>导出到 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>正在导出…</source>
        <translation>Exporting...</translation>
    </message>
    <message>
        <source>已导出 {n} 行：{name}</source>
        <translation>Exported {n} rows: {name}</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>复制选中的行</source>
        <translation>Copy the rows marked</translation>
    </message>
    <message>
        <source>整张表导出到 Excel…</source>
        <translation>Write the whole list to Excel…</translation>
    </message>
</context>
<context>
    <name>LocalSection</name>
    <message>
        <source>判断能不能享受低保；不填不能提类别</source>
        <translation>Decides who may have dibao; no class can be proposed without it</translation>
    </message>
    <message>
        <source>县里按类定额的才填；三类要填齐</source>
        <translation>Only where the county fixes amounts by class; all three or none</translation>
    </message>
    <message>
        <source>不填按政策包里的最低一档</source>
        <translation>Empty: the pack&apos;s lowest tier</translation>
    </message>
    <message>
        <source>不填按最低缴费档次代缴</source>
        <translation>Empty: the minimum tier</translation>
    </message>
    <message>
        <source>本地高于国家标准的才填</source>
        <translation>Only where it is above the national one</translation>
    </message>
    <message>
        <source>判断实施时是否已满 60 周岁</source>
        <translation>Decides who was 60 when it began</translation>
    </message>
    <message>
        <source>勾上后市级的份额由省级承担</source>
        <translation>The province then bears the prefecture&apos;s share</translation>
    </message>
    <message>
        <source>资助金额不超过它；不填算不出资助</source>
        <translation>Aid never exceeds it; empty: no aid is computed</translation>
    </message>
    <message>
        <source>困难人员；不填按政策包规定</source>
        <translation>For people in hardship; empty: as in the pack</translation>
    </message>
    <message>
        <source>县里单独定标准的才填</source>
        <translation>Only where the county sets one</translation>
    </message>
    <message>
        <source>本地标准</source>
        <translation>Local values</translation>
    </message>
    <message>
        <source>文件里写明“由县（市、区）确定”的数。照县里的通知填；没有通知的空着，空着是“没有设定”，不是 0。</source>
        <translation>Numbers that the papers leave to the county. Fill them in from the county&apos;s notice; without one leave them empty, which means &quot;not set&quot;, not 0.</translation>
    </message>
    <message>
        <source>低保</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>没有设定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>县里第 {number} 号来文，{day} 起</source>
        <translation>County publication no. {number}, from {day}</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>已取消，没有留下任何改动</source>
        <translation>Cancelled; nothing was changed</translation>
    </message>
</context>
<context>
    <name>MakingStep</name>
    <message>
        <source>正在建立</source>
        <translation>Setting up</translation>
    </message>
    <message>
        <source>正在生成密钥和加密的数据库，请稍候。</source>
        <translation>Making keys and the encrypted database; one moment.</translation>
    </message>
    <message>
        <source>建立进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>演示住户 {done} / {total}</source>
        <translation>Demo household {done} of {total}</translation>
    </message>
</context>
<context>
    <name>MarriageInFields</name>
    <message>
        <source>从村外来</source>
        <translation>From outside the village</translation>
    </message>
    <message>
        <source>本村另一户的人</source>
        <translation>From another household here</translation>
    </message>
    <message>
        <source>婚入的人</source>
        <translation>Who marries in</translation>
    </message>
    <message>
        <source>姓名、拼音首字母、号码的一部分</source>
        <translation>Name, pinyin initials or part of a number</translation>
    </message>
    <message>
        <source>查找本村的人</source>
        <translation>Find somebody of this village</translation>
    </message>
    <message>
        <source>与谁结婚</source>
        <translation>Marries</translation>
    </message>
    <message>
        <source>不填就只登记入户</source>
        <translation>Empty: only joins the household</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>从哪一天起算本户的人</source>
        <translation>Member here from</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>结婚证</source>
        <translation>marriage certificate</translation>
    </message>
    <message>
        <source>户口迁移证</source>
        <translation>hukou transfer certificate</translation>
    </message>
    <message>
        <source>一起来的人</source>
        <translation>Who comes along</translation>
    </message>
</context>
<context>
    <name>MarriageOutFields</name>
    <message>
        <source>婚出的人</source>
        <translation>Who marries out</translation>
    </message>
    <message>
        <source>本户的最后一天</source>
        <translation>Last day in this household</translation>
    </message>
    <message>
        <source>嫁（婚）到哪里</source>
        <translation>Marries into (place)</translation>
    </message>
    <message>
        <source>县、乡镇、村</source>
        <translation>County, town, village</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>结婚证</source>
        <translation>marriage certificate</translation>
    </message>
    <message>
        <source>户口迁移证</source>
        <translation>hukou transfer certificate</translation>
    </message>
    <message>
        <source>户口</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>户口一起迁走</source>
        <translation>The hukou moves too</translation>
    </message>
    <message>
        <source>外县</source>
        <translation>Other county</translation>
    </message>
    <message>
        <source>迁到外县</source>
        <translation>To another county</translation>
    </message>
    <message>
        <source>户口留在本户，登记为人户分离，日期是外出的第一天</source>
        <translation>The hukou stays here; the day is the first one away</translation>
    </message>
</context>
<context>
    <name>MemberDialog</name>
    <message>
        <source>修改资料 {name}</source>
        <translation>Change {name}</translation>
    </message>
    <message>
        <source>增加成员</source>
        <translation>Add member</translation>
    </message>
    <message>
        <source>打开那一户</source>
        <translation>Open that household</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>入户日期</source>
        <translation>Joined on</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former names</translation>
    </message>
    <message>
        <source>残疾类别</source>
        <translation>Kind of disability</translation>
    </message>
    <message>
        <source>残疾等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>发证日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>在校学生</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation>Pension scheme</translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation>Medical scheme</translation>
    </message>
    <message>
        <source>已领养老金</source>
        <translation>Draws a pension</translation>
    </message>
    <message>
        <source>养老缴费年限（年）</source>
        <translation>Years paid</translation>
    </message>
    <message>
        <source>个人账户储存额（元）</source>
        <translation>Account (yuan)</translation>
    </message>
    <message>
        <source>死亡日期</source>
        <translation>Died on</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>修改原因（可不填）</source>
        <translation>Reason (optional)</translation>
    </message>
    <message>
        <source>{name}以前登记过，已离户：保存后接着用原来的档案。</source>
        <translation>{name} was registered before and left: saving goes on with the old record.</translation>
    </message>
    <message>
        <source>这个公民身份号码已登记：{name}，{place} 户。同一人不能登记两次。</source>
        <translation>This identity number is registered: {name}, household {place}. Nobody can be registered twice.</translation>
    </message>
    <message>
        <source>有几处请核对</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>照样保存</source>
        <translation>Save as it is</translation>
    </message>
    <message>
        <source>回去核对</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>已修改{name}的资料</source>
        <translation>{name} changed</translation>
    </message>
    <message>
        <source>已增加成员{name}</source>
        <translation>{name} added</translation>
    </message>
</context>
<context>
    <name>MemberLine</name>
    <message>
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>打开那一户</source>
        <translation>Open that household</translation>
    </message>
    <message>
        <source>移除这一位成员</source>
        <translation>Take this member off</translation>
    </message>
    <message>
        <source>移除这一位成员  Ctrl+Delete</source>
        <translation>Take this member off  Ctrl+Delete</translation>
    </message>
    <message>
        <source>成员 {n}</source>
        <translation>Member {n}</translation>
    </message>
    <message>
        <source>{name}以前登记过，已离户：保存后接着用原来的档案。</source>
        <translation>{name} was registered before and left: saving goes on with the old record.</translation>
    </message>
    <message>
        <source>这个公民身份号码已登记：{name}，{place} 户。同一人不能登记两次。</source>
        <translation>This identity number is registered: {name}, household {place}. Nobody can be registered twice.</translation>
    </message>
</context>
<context>
    <name>MemberPhoto</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>更换…</source>
        <translation>Change…</translation>
    </message>
    <message>
        <source>选择…</source>
        <translation>Choose…</translation>
    </message>
    <message>
        <source>更换照片</source>
        <translation>Change the photo</translation>
    </message>
    <message>
        <source>选择照片</source>
        <translation>Choose a photo</translation>
    </message>
    <message>
        <source>还没传到</source>
        <translation>Not here yet</translation>
    </message>
    <message>
        <source>把照片拖到这里</source>
        <translation>Drop a photo here</translation>
    </message>
    <message>
        <source>照片：{name}</source>
        <translation>Photo: {name}</translation>
    </message>
    <message>
        <source>照片已放入</source>
        <translation>The photo was put in</translation>
    </message>
</context>
<context>
    <name>MembersSection</name>
    <message>
        <source>成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>这一天没有成员</source>
        <translation>No members on this day</translation>
    </message>
    <message>
        <source>修改资料</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>更正关系</source>
        <translation>Correct relation</translation>
    </message>
    <message>
        <source>变更户主</source>
        <translation>Change head</translation>
    </message>
    <message>
        <source>成员变动…</source>
        <translation>Member&apos;s event…</translation>
    </message>
    <message>
        <source>{name}：{kind}{place}，从 {day} 起</source>
        <translation>{name}: {kind}{place} from {day}</translation>
    </message>
    <message>
        <source>不在家：</source>
        <translation>Away:</translation>
    </message>
    <message>
        <source>查看某日</source>
        <translation>On a day</translation>
    </message>
    <message>
        <source>查看某日的成员</source>
        <translation>Members on a day</translation>
    </message>
    <message>
        <source>回到今天</source>
        <translation>Back to today</translation>
    </message>
    <message>
        <source>显示的是 {day} 这一天的成员，只能看，不能改</source>
        <translation>These are the members on {day}, to look at only</translation>
    </message>
</context>
<context>
    <name>MergeFields</name>
    <message>
        <source>另一户并到这一户</source>
        <translation>The other one joins this</translation>
    </message>
    <message>
        <source>这一户并到另一户</source>
        <translation>This one joins the other</translation>
    </message>
    <message>
        <source>怎样并</source>
        <translation>Which way</translation>
    </message>
    <message>
        <source>另一户</source>
        <translation>The other household</translation>
    </message>
    <message>
        <source>户编号、姓名或拼音首字母</source>
        <translation>Household number, name or pinyin initials</translation>
    </message>
    <message>
        <source>从哪一天起是一户</source>
        <translation>One household from</translation>
    </message>
    <message>
        <source>并户原因</source>
        <translation>Why they merge</translation>
    </message>
    <message>
        <source>父母与子女合户</source>
        <translation>parents and children together</translation>
    </message>
    <message>
        <source>复婚</source>
        <translation>remarried to the same</translation>
    </message>
    <message>
        <source>重复立户</source>
        <translation>registered twice</translation>
    </message>
    <message>
        <source>并过去的人与那一户户主的关系</source>
        <translation>Relations of those who join to the head there</translation>
    </message>
</context>
<context>
    <name>MoveFields</name>
    <message>
        <source>转到哪一户</source>
        <translation>To which household</translation>
    </message>
    <message>
        <source>户编号、姓名或拼音首字母</source>
        <translation>Household number, name or pinyin initials</translation>
    </message>
    <message>
        <source>转走的人，和各人与那一户户主的关系</source>
        <translation>Who moves, and each one&apos;s relation to the head there</translation>
    </message>
    <message>
        <source>从哪一天起是那一户的人</source>
        <translation>Member there from</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>投靠子女</source>
        <translation>joining children</translation>
    </message>
    <message>
        <source>收养</source>
        <translation>adoption</translation>
    </message>
    <message>
        <source>随父母生活</source>
        <translation>living with parents</translation>
    </message>
    <message>
        <source>留下的人里的新户主</source>
        <translation>The new head among those who stay</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>导航</source>
        <translation>Navigation</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>有内容还没有保存</source>
        <translation>Something is not saved yet</translation>
    </message>
    <message>
        <source>现在离开，刚才填写的内容不会保存。</source>
        <translation>If you leave now, what you have just filled in will not be saved.</translation>
    </message>
    <message>
        <source>不保存，离开</source>
        <translation>Leave without saving</translation>
    </message>
    <message>
        <source>继续填写</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>这一步没有做成，已保存的内容都在，没有丢失。</source>
        <translation>This step was not done. Everything saved before is there; nothing was lost.</translation>
    </message>
    <message>
        <source>这一步没有完成</source>
        <translation>This step was not completed</translation>
    </message>
    <message>
        <source>知道了</source>
        <translation>Understood</translation>
    </message>
    <message>
        <source>程序出了一个错。刚才这一步已撤回，以前保存的内容都在；可以接着用，也可以重新打开程序再试。</source>
        <translation>The program has made a mistake. This step was taken back; everything saved before is there. You can go on, or open the program again and retry.</translation>
    </message>
    <message>
        <source>错误报告（不含任何个人信息）已存到：
{path}
请在方便时交给维护人员。</source>
        <translation>A report without any personal data was saved to:
{path}
Please give it to a maintainer when convenient.</translation>
    </message>
    <message>
        <source>程序出错</source>
        <translation>Program error</translation>
    </message>
    <message>
        <source>继续使用</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>打不开</source>
        <translation>Cannot open</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>NumberFields</name>
    <message>
        <source>谁的号码</source>
        <translation>Whose number</translation>
    </message>
    <message>
        <source>从哪一天起用新号码</source>
        <translation>New number from</translation>
    </message>
    <message>
        <source>新的公民身份号码</source>
        <translation>New identity number</translation>
    </message>
    <message>
        <source>更正依据</source>
        <translation>Evidence</translation>
    </message>
    <message>
        <source>身份证</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>户口簿</source>
        <translation>Household book</translation>
    </message>
    <message>
        <source>公安机关证明</source>
        <translation>police certificate</translation>
    </message>
    <message>
        <source>录入错误</source>
        <translation>typing error</translation>
    </message>
    <message>
        <source>以哪个出生日期为准</source>
        <translation>Which birth date counts</translation>
    </message>
    <message>
        <source>不填就用新号码的出生日期</source>
        <translation>Empty takes the new number&apos;s</translation>
    </message>
    <message>
        <source>以哪个性别为准</source>
        <translation>Which sex counts</translation>
    </message>
    <message>
        <source>核实中</source>
        <translation>being verified</translation>
    </message>
    <message>
        <source>证件核实中：照证件原样登记，以后再核对</source>
        <translation>Being verified: register as it stands on the card, check later</translation>
    </message>
</context>
<context>
    <name>OpenRecoveryDialog</name>
    <message>
        <source>立追缴事项</source>
        <translation>Note an overpayment</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>养老金</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>低保金</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>多发的是</source>
        <translation>What was overpaid</translation>
    </message>
    <message>
        <source>养老金必填；低保金按户追缴可不填</source>
        <translation>Needed for a pension; dibao of a household has none</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>如 县里核查：同时领取职工养老金</source>
        <translation>e.g. the county found an employee pension besides</translation>
    </message>
    <message>
        <source>原因和依据</source>
        <translation>Why, and what says so</translation>
    </message>
    <message>
        <source>已立追缴事项</source>
        <translation>Overpayment noted</translation>
    </message>
</context>
<context>
    <name>OverpaymentSection</name>
    <message>
        <source>追缴</source>
        <translation>Overpayments</translation>
    </message>
    <message>
        <source>登记应追…</source>
        <translation>Months due…</translation>
    </message>
    <message>
        <source>登记追回…</source>
        <translation>Money back…</translation>
    </message>
    <message>
        <source>撤回…</source>
        <translation>Take back…</translation>
    </message>
    <message>
        <source>办理单</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>撤回应追款项</source>
        <translation>Withdraw overpaid months</translation>
    </message>
    <message>
        <source>冲销追回款项</source>
        <translation>Reverse money back</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
</context>
<context>
    <name>Overpayments</name>
    <message>
        <source>应追 {first} 至 {last}，{n} 个月，每月 {monthly} 元</source>
        <translation>Due {first} to {last}, {n} months at {monthly} yuan</translation>
    </message>
    <message>
        <source>冲销 {way}</source>
        <translation>Reversal, {way}</translation>
    </message>
    <message>
        <source>追回 {day} {way}</source>
        <translation>Back {day} {way}</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>应追（元）</source>
        <translation>Due (yuan)</translation>
    </message>
    <message>
        <source>实追（元）</source>
        <translation>Back (yuan)</translation>
    </message>
    <message>
        <source>尚欠（元）</source>
        <translation>To come (yuan)</translation>
    </message>
    <message>
        <source>依据或凭证</source>
        <translation>Clause or voucher</translation>
    </message>
</context>
<context>
    <name>PackSection</name>
    <message>
        <source>政策包</source>
        <translation>Policy pack</translation>
    </message>
    <message>
        <source>补贴、代缴、低保类别和复核周期都按这里选的文件算。换了政策包，以前已经记下的结果不会改变。</source>
        <translation>Subsidies, proxy payments, dibao classes and reviews follow the paper chosen here. Another pack does not change results already recorded.</translation>
    </message>
    <message>
        <source>依据文件</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>先试算影响…</source>
        <translation>Try it out first...</translation>
    </message>
    <message>
        <source>看换成这个政策包后哪些户的类别和金额会变，不改任何数据</source>
        <translation>See which households&apos; class and amount would change under this pack; changes no data</translation>
    </message>
    <message>
        <source>现在用的是县里来文带来的政策包：{pack}。{source}。要换请县里重新发文；上面选的在来文生效以前用。</source>
        <translation>In use is the pack that the county published: {pack}. {source}. To change it ask the county for a new publication; the one chosen above counts for the days before.</translation>
    </message>
    <message>
        <source>政策包没有改动</source>
        <translation>The pack has not changed</translation>
    </message>
    <message>
        <source>换政策包？</source>
        <translation>Change the pack?</translation>
    </message>
    <message>
        <source>从现在起，待遇和低保类别按“{pack}”算，打印的表上也写这份文件。</source>
        <translation>From now on benefits and dibao classes follow &quot;{pack}&quot;, and printed forms name that paper.</translation>
    </message>
    <message>
        <source>换</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>PacketDialog</name>
    <message>
        <source>检查报送包</source>
        <translation>Check packet</translation>
    </message>
    <message>
        <source>文件完整，签名正确，是这台电脑写的。</source>
        <translation>Complete and correctly signed; written by this computer.</translation>
    </message>
    <message>
        <source>文件完整，签名正确，是另一台电脑写的。</source>
        <translation>Complete and correctly signed; written by another computer.</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>文件完整，签名正确，是本村登记的县写的。</source>
        <translation>The file is whole and its signature right; the county of this village wrote it.</translation>
    </message>
    <message>
        <source>{kind}&#x3000;{n} 笔</source>
        <translation>{kind}  {n}</translation>
    </message>
    <message>
        <source>文件</source>
        <translation>File</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>制作时间</source>
        <translation>Made</translation>
    </message>
    <message>
        <source>包号</source>
        <translation>Packet</translation>
    </message>
    <message>
        <source>第 {number} 个（第 {epoch} 期）</source>
        <translation>number {number} (epoch {epoch})</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>县里来文：{kind}</source>
        <translation>From the county: {kind}</translation>
    </message>
    <message>
        <source>村里的报送包</source>
        <translation>A village&apos;s packet</translation>
    </message>
    <message>
        <source>县里的回执</source>
        <translation>Answer of the county</translation>
    </message>
    <message>
        <source>共 {n} 笔，第 {first} 至 {last} 号</source>
        <translation>{n} acts, numbers {first} to {last}</translation>
    </message>
    <message>
        <source>没有变更，只向县里要回执或没带来的东西</source>
        <translation>No acts; it asks the county for its answer or for what has not come</translation>
    </message>
    <message>
        <source>要知道写了什么，请在“导入”里导入</source>
        <translation>Import it under Import to learn what it says</translation>
    </message>
    <message>
        <source>其中</source>
        <translation>Of these</translation>
    </message>
    <message>
        <source>缴费金额合计</source>
        <translation>Contributions in all</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>校验码</source>
        <translation>Check value</translation>
    </message>
    <message>
        <source>政策包</source>
        <translation>Policy packs</translation>
    </message>
    <message>
        <source>程序版本</source>
        <translation>Program</translation>
    </message>
</context>
<context>
    <name>Pages</name>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>低保</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Payments</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>设置</source>
        <translation>Settings</translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message>
        <source>住户登记表</source>
        <translation>Household form</translation>
    </message>
    <message>
        <source>缴费通知单</source>
        <translation>Contribution notice</translation>
    </message>
    <message>
        <source>追缴办理单</source>
        <translation>Recovery form</translation>
    </message>
    <message>
        <source>公示表</source>
        <translation>Public</translation>
    </message>
    <message>
        <source>内部表</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>已作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>有效</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>{names} 等 {n} 人</source>
        <translation>{names} and others, {n} people in all</translation>
    </message>
    <message>
        <source>打印字体里没有这些字：{names}。纸上会印成“〓”加编码，请打印后用笔补上。</source>
        <translation>The print typefaces lack these characters: {names}. Paper shows 〓 and a code; add them by pen after printing.</translation>
    </message>
    <message>
        <source>{first} 至 {last}，共 {n} 份</source>
        <translation>{first} to {last}, {n} documents</translation>
    </message>
    <message>
        <source>{number}，第 {copy} 份</source>
        <translation>{number}, copy {copy}</translation>
    </message>
    <message>
        <source>已送打印机：{numbers}</source>
        <translation>Sent to the printer: {numbers}</translation>
    </message>
    <message>
        <source>已保存 {numbers}：{name}</source>
        <translation>Saved {numbers}: {name}</translation>
    </message>
</context>
<context>
    <name>PapersPage</name>
    <message>
        <source>开具文书</source>
        <translation>New</translation>
    </message>
    <message>
        <source>已打印的文书</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>重印</source>
        <translation>Reprint</translation>
    </message>
    <message>
        <source>打印内部表</source>
        <translation>Print internal form</translation>
    </message>
    <message>
        <source>打印公示表</source>
        <translation>Print public form</translation>
    </message>
    <message>
        <source>打印通知单</source>
        <translation>Print notices</translation>
    </message>
    <message>
        <source>打印追缴单</source>
        <translation>Print form</translation>
    </message>
    <message>
        <source>先选住户</source>
        <translation>Choose a household</translation>
    </message>
    <message>
        <source>在左边输入户主姓名、拼音首字母或户编号，按回车选中，这里就会显示要打印的样子。</source>
        <translation>Type a head&apos;s name, pinyin initials or a number on the left and press Enter; the document is shown here.</translation>
    </message>
    <message>
        <source>还不能预览</source>
        <translation>No preview yet</translation>
    </message>
    <message>
        <source>正在生成预览…</source>
        <translation>Making the preview...</translation>
    </message>
    <message>
        <source>没有要打印的</source>
        <translation>Nothing to print</translation>
    </message>
    <message>
        <source>所选 {wanted} 户，发 {due} 户</source>
        <translation>Chosen: {wanted}, notices for {due}</translation>
    </message>
    <message>
        <source>其余已缴清或不用缴</source>
        <translation>the others have paid or need not pay</translation>
    </message>
    <message>
        <source>分 {batches} 批打印，这是第 {batch} 批 {n} 户</source>
        <translation>{batches} batches; this is batch {batch} with {n} households</translation>
    </message>
    <message>
        <source>预览只显示前 {n} 户</source>
        <translation>the preview shows the first {n} households</translation>
    </message>
    <message>
        <source>{form}（公示）</source>
        <translation>{form} (public)</translation>
    </message>
    <message>
        <source>已作废 {number}</source>
        <translation>{number} is void</translation>
    </message>
</context>
<context>
    <name>PasswordFields</name>
    <message>
        <source>▲ 大写锁定已打开（Caps Lock）</source>
        <translation>▲ Caps Lock is on</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>再输一遍</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>显示密码</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>密码要求</source>
        <translation>Rules for passwords</translation>
    </message>
    <message>
        <source>至少 8 个字符</source>
        <translation>At least 8 characters</translation>
    </message>
    <message>
        <source>不用姓名和常见的数字串</source>
        <translation>No names, no common numbers</translation>
    </message>
    <message>
        <source>一句好记的话最合适</source>
        <translation>A sentence you remember is best</translation>
    </message>
    <message>
        <source>忘了只能用恢复密钥重设</source>
        <translation>If forgotten, only the recovery key helps</translation>
    </message>
</context>
<context>
    <name>PasswordResetDialog</name>
    <message>
        <source>用恢复密钥重设密码</source>
        <translation>Reset the password by recovery key</translation>
    </message>
    <message>
        <source>重设并登录</source>
        <translation>Reset and sign in</translation>
    </message>
    <message>
        <source>找出保险柜里的恢复密钥单，照着输入上面的 8 组字符，再给经办人设一个新密码。</source>
        <translation>Take the recovery sheet from the safe, type its 8 groups of characters, then give the clerk a new password.</translation>
    </message>
    <message>
        <source>给谁重设</source>
        <translation>For whom</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>大小写都可以，横线和空格可以不输</source>
        <translation>Capitals or not; dashes and blanks may be left out</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>正在重设…</source>
        <translation>Resetting...</translation>
    </message>
</context>
<context>
    <name>PastView</name>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>哪一天</source>
        <translation>Which day</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>查看</source>
        <translation>Show</translation>
    </message>
    <message>
        <source>当时的住户</source>
        <translation>Households then</translation>
    </message>
    <message>
        <source>选一个日期</source>
        <translation>Choose a day</translation>
    </message>
    <message>
        <source>看到的是那一天结束时已经登记的内容，以后的变动都不算在内。只能看，不能改。</source>
        <translation>You see what had been recorded by the end of that day; nothing done later counts. It can be looked at, not changed.</translation>
    </message>
    <message>
        <source>往日名册</source>
        <translation>Past register</translation>
    </message>
    <message>
        <source>{day} 的名册</source>
        <translation>Register of {day}</translation>
    </message>
    <message>
        <source>{day} 结束时登记着 {households} 户、{people} 人</source>
        <translation>{households} households and {people} people were registered at the end of {day}</translation>
    </message>
    <message>
        <source>{number} 号户当时的家庭成员 {n} 人</source>
        <translation>Members of household {number} then: {n}</translation>
    </message>
    <message>
        <source>当时的家庭成员</source>
        <translation>Members then</translation>
    </message>
</context>
<context>
    <name>PayerTotals</name>
    <message>
        <source>所列 {all} 人，已缴 {paid} 人</source>
        <translation>Listed: {all}, paid: {paid}</translation>
    </message>
    <message>
        <source>已缴 {paid}/{all} 人</source>
        <translation>Paid: {paid}/{all}</translation>
    </message>
    <message>
        <source>合计 {sum} 元</source>
        <translation>in all {sum} yuan</translation>
    </message>
    <message>
        <source>另计补贴 {sum} 元</source>
        <translation>besides, subsidy {sum} yuan</translation>
    </message>
    <message>
        <source>另计资助 {sum} 元</source>
        <translation>besides, aid {sum} yuan</translation>
    </message>
    <message>
        <source>待登记 {count} 人 {sum} 元</source>
        <translation>To record: {count}, {sum} yuan</translation>
    </message>
</context>
<context>
    <name>PaymentsSection</name>
    <message>
        <source>缴费</source>
        <translation>Contributions</translation>
    </message>
    <message>
        <source>今年和去年没有缴费记录</source>
        <translation>Nothing paid this year or last</translation>
    </message>
    <message>
        <source>在{village}已缴（不计入本村合计）：{name} {insurance} {years} 年</source>
        <translation>Paid in {village} (in no sum here): {name} {insurance} {years}</translation>
    </message>
    <message>
        <source>{insurance} {amount} 元</source>
        <translation>{insurance} {amount} yuan</translation>
    </message>
    <message>
        <source>{year} 年合计 {total} 元</source>
        <translation>{year} in all {total} yuan</translation>
    </message>
</context>
<context>
    <name>PdfPreview</name>
    <message>
        <source>上一页</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>下一页</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合宽度</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>正在打开预览…</source>
        <translation>Opening the preview…</translation>
    </message>
    <message>
        <source>第 {page} 页，共 {total} 页</source>
        <translation>Page {page} of {total}</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>家庭成员</source>
        <translation>Members</translation>
    </message>
    <message>
        <source>{name}与户主关系</source>
        <translation>{name}&apos;s relation to the head</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
</context>
<context>
    <name>PersonFields</name>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>证件核实中：照证件原样登记，以后再核对</source>
        <translation>Being verified: register as it stands on the card, check later</translation>
    </message>
    <message>
        <source>证件核实中</source>
        <translation>Being verified</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>劳动能力</source>
        <translation>Work capacity</translation>
    </message>
    <message>
        <source>生活自理</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>患病情况</source>
        <translation>Illness</translation>
    </message>
    <message>
        <source>残疾证号</source>
        <translation>Disability card</translation>
    </message>
    <message>
        <source>与公民身份号码不一致</source>
        <translation>differs from the identity number</translation>
    </message>
    <message>
        <source>证件核实中，请填出生日期和性别</source>
        <translation>Being verified: enter birth date and sex</translation>
    </message>
    <message>
        <source>一级</source>
        <translation>grade 1</translation>
    </message>
    <message>
        <source>二级</source>
        <translation>grade 2</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>grade 3</translation>
    </message>
    <message>
        <source>四级</source>
        <translation>grade 4</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>个人当年记录</source>
        <translation>The person&apos;s entries of the year</translation>
    </message>
    <message>
        <source>政府代缴和补贴的依据</source>
        <translation>Why proxy payment and subsidy</translation>
    </message>
    <message>
        <source>选中一行，这里显示这个人当年的每一笔。</source>
        <translation>Choose a row to see each entry of that person&apos;s year.</translation>
    </message>
    <message>
        <source>{number} 户</source>
        <translation>household {number}</translation>
    </message>
    <message>
        <source>不用缴：{reason}（{clause}）</source>
        <translation>exempt: {reason} ({clause})</translation>
    </message>
    <message>
        <source>建议档次 {tier} 元</source>
        <translation>suggested tier {tier} yuan</translation>
    </message>
    <message>
        <source>这一年还没有记录。</source>
        <translation>No entries this year.</translation>
    </message>
    <message>
        <source>资助后个人应缴 {amount} 元</source>
        <translation>own part after aid {amount} yuan</translation>
    </message>
    <message>
        <source>金额待定：还缺本地标准</source>
        <translation>Amount open: a local value is missing</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>经收人 {name}</source>
        <translation>collected by {name}</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>缩小</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>放大</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>适合窗口</source>
        <translation>Fit the window</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>没有插着的优盘。插上后一两秒会自动出现在这里，也可以选择文件夹。</source>
        <translation>No stick is plugged in. It appears here a second or two after it is; or choose a folder.</translation>
    </message>
    <message>
        <source>{label}&#x3000;剩余 {room}</source>
        <translation>{label}  {room} free</translation>
    </message>
    <message>
        <source>优盘</source>
        <translation>Stick</translation>
    </message>
    <message>
        <source>文件夹</source>
        <translation>Folder</translation>
    </message>
</context>
<context>
    <name>PlanView</name>
    <message>
        <source>将要发生的变动</source>
        <translation>What will happen</translation>
    </message>
    <message>
        <source>现在不能办理</source>
        <translation>Cannot be carried out</translation>
    </message>
    <message>
        <source>请核对</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>还要填写</source>
        <translation>Still to fill in</translation>
    </message>
    <message>
        <source>登记的内容</source>
        <translation>What will be recorded</translation>
    </message>
    <message>
        <source>随之发生</source>
        <translation>What follows</translation>
    </message>
    <message>
        <source>办完以后要做，到期提醒</source>
        <translation>To be done afterwards, with reminders</translation>
    </message>
    <message>
        <source>{text}（{amount} 元）</source>
        <translation>{text} ({amount} yuan)</translation>
    </message>
</context>
<context>
    <name>PolicyDryRunDialog</name>
    <message>
        <source>换政策包前先试算</source>
        <translation>Try a policy pack first</translation>
    </message>
    <message>
        <source>拿另一个政策包或另一个日期，把全村的户算一遍，看哪些户的低保类别或金额会变。只是试算，不会保存。</source>
        <translation>Computes the whole village with another pack or on another day, and shows whose dibao class or amount would change. Only a trial; nothing is saved.</translation>
    </message>
    <message>
        <source>选中的一户变在哪里</source>
        <translation>What changes for the chosen household</translation>
    </message>
    <message>
        <source>试哪个政策包</source>
        <translation>Pack to try</translation>
    </message>
    <message>
        <source>按哪一天</source>
        <translation>On day</translation>
    </message>
    <message>
        <source>开始试算</source>
        <translation>Start trial</translation>
    </message>
    <message>
        <source>正在试算</source>
        <translation>Computing</translation>
    </message>
    <message>
        <source>停止</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>还没有试算</source>
        <translation>No trial yet</translation>
    </message>
    <message>
        <source>选好政策包和日期，按“开始试算”。</source>
        <translation>Choose pack and day, then &quot;Start trial&quot;.</translation>
    </message>
    <message>
        <source>有变化的户</source>
        <translation>Households that change</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>低保类别</source>
        <translation>Dibao class</translation>
    </message>
    <message>
        <source>有 {n} 户会变：{up} 户增加，{down} 户减少，{same} 户总额不变。只是试算，什么都没有保存。</source>
        <translation>Households that change: {n} (more: {up}, less: {down}, same sum: {same}). Only a trial; nothing was saved.</translation>
    </message>
    <message>
        <source>另有 {n} 户算不出，原因写在“变在哪里”。</source>
        <translation>Could not be computed: {n}; &quot;What changes&quot; says why.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>{letter}类</source>
        <translation>Class {letter}</translation>
    </message>
    <message>
        <source>现在一年（元）</source>
        <translation>Year now (yuan)</translation>
    </message>
    <message>
        <source>新的一年（元）</source>
        <translation>New year sum (yuan)</translation>
    </message>
    <message>
        <source>增减（元）</source>
        <translation>Change (yuan)</translation>
    </message>
    <message>
        <source>变在哪里</source>
        <translation>What changes</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>{pack}（现在用的）</source>
        <translation>{pack} (in use)</translation>
    </message>
    <message>
        <source>正在试算…</source>
        <translation>Computing...</translation>
    </message>
    <message>
        <source>{done} / {total} 户</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>试算已停止</source>
        <translation>Trial stopped</translation>
    </message>
    <message>
        <source>没有留下任何改动。要看结果请再按“开始试算”。</source>
        <translation>Nothing was changed. For a result press &quot;Start trial&quot; again.</translation>
    </message>
    <message>
        <source>没有一户会变</source>
        <translation>No household changes</translation>
    </message>
    <message>
        <source>换成这个政策包和日期，每一户的低保类别和金额都与现在一样。</source>
        <translation>With this pack and day every household keeps its dibao class and amount.</translation>
    </message>
    <message>
        <source>{number} {head}</source>
        <translation>{number} {head}</translation>
    </message>
    <message>
        <source>政策试算 {pack} {day}</source>
        <translation>Policy trial {pack} {day}</translation>
    </message>
</context>
<context>
    <name>PrintedList</name>
    <message>
        <source>筛选：编号、户主、小组、日期、打印人</source>
        <translation>Filter: number, head, group, date, printed by</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>全部文书</source>
        <translation>All documents</translation>
    </message>
    <message>
        <source>已打印的文书</source>
        <translation>Printed</translation>
    </message>
    <message>
        <source>导出 Excel</source>
        <translation>Export to Excel</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>版本</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>打印日期</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>打印人</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
    <message>
        <source>没有符合条件的文书</source>
        <translation>No matching documents</translation>
    </message>
    <message>
        <source>换一种写法，或清除筛选条件。</source>
        <translation>Write it in another way, or clear the filter.</translation>
    </message>
    <message>
        <source>还没有打印过文书</source>
        <translation>Nothing printed yet</translation>
    </message>
    <message>
        <source>先到“开具文书”选好住户，打印或保存后会自动编号记在这里。</source>
        <translation>Choose a household under &quot;New&quot;; what you print or save is numbered and listed here.</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>正在取消…</source>
        <translation>Cancelling…</translation>
    </message>
</context>
<context>
    <name>ProposalPanel</name>
    <message>
        <source>规则建议</source>
        <translation>What the rule proposes</translation>
    </message>
    <message>
        <source>按今天的规则</source>
        <translation>By today&apos;s rule</translation>
    </message>
    <message>
        <source>去“设置 → 本地标准”填写</source>
        <translation>Fill in: Settings → Local values</translation>
    </message>
    <message>
        <source>人均月收入</source>
        <translation>Income a head</translation>
    </message>
    <message>
        <source>月保障金额</source>
        <translation>Monthly amount</translation>
    </message>
    <message>
        <source>复核</source>
        <translation>Review</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>正在按规则计算…</source>
        <translation>Working it out...</translation>
    </message>
    <message>
        <source>{amount} 元</source>
        <translation>{amount} yuan</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>每 {months} 个月一次</source>
        <translation>every {months} months</translation>
    </message>
    <message>
        <source>规则编号 {rule}</source>
        <translation>Rule {rule}</translation>
    </message>
    <message>
        <source>按今天的规则：{dibao_class}，人均月收入 {income} 元</source>
        <translation>By today&apos;s rule: {dibao_class}, monthly income {income} yuan a head</translation>
    </message>
    <message>
        <source>，每月 {amount} 元</source>
        <translation>, {amount} yuan a month</translation>
    </message>
    <message>
        <source>村级已于 {day} 提出：{own}</source>
        <translation>The village proposed on {day}: {own}</translation>
    </message>
    <message>
        <source>（规则为 {rule}）</source>
        <translation> (the rule: {rule})</translation>
    </message>
    <message>
        <source>县级决定：不予确认，{number}，{day}</source>
        <translation>County&apos;s decision: refused, {number}, {day}</translation>
    </message>
    <message>
        <source>县级决定：{granted}，每月 {amount} 元，{number}，{day}</source>
        <translation>County&apos;s decision: {granted}, {amount} yuan a month, {number}, {day}</translation>
    </message>
    <message>
        <source>上次复核 {day}</source>
        <translation>Last review {day}</translation>
    </message>
    <message>
        <source>已于 {day} 退出：{reason}</source>
        <translation>Ended on {day}: {reason}</translation>
    </message>
</context>
<context>
    <name>PublicationDeclineDialog</name>
    <message>
        <source>谢绝县里来文</source>
        <translation>Decline a county publication</translation>
    </message>
    <message>
        <source>谢绝</source>
        <translation>Decline</translation>
    </message>
    <message>
        <source>第 {ref} 号来文“{title}”不会生效。原因随下次报送带到县里；以后改变主意，还可以再接收。</source>
        <translation>Publication {ref}, “{title}”, will not take effect. The reason goes to the county with the next packet; you may still accept it later.</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>如：金额与文件不符</source>
        <translation>Such as: the sum is not that of the paper</translation>
    </message>
    <message>
        <source>第 {ref} 号来文已谢绝</source>
        <translation>Publication {ref} declined</translation>
    </message>
</context>
<context>
    <name>PublicationReviewDialog</name>
    <message>
        <source>县里来文：先看会改变什么</source>
        <translation>County publication: first see what it would change</translation>
    </message>
    <message>
        <source>，至 {day}</source>
        <translation>, until {day}</translation>
    </message>
    <message>
        <source>第 {ref} 号来文&#x3000;{kind}“{title}”&#x3000;{day} 起{until}</source>
        <translation>Publication {ref}&#x3000;{kind} “{title}”&#x3000;from {day}{until}</translation>
    </message>
    <message>
        <source>先看接收以后会改变什么。接收后按来文写的日期生效；那一天以前，什么都不变。谢绝要写原因，县里能看到。</source>
        <translation>First see what would change. Once accepted it takes effect on its day; before that day nothing changes. Declining needs a reason, which the county can read.</translation>
    </message>
    <message>
        <source>谢绝…</source>
        <translation>Decline…</translation>
    </message>
    <message>
        <source>接收</source>
        <translation>Accept</translation>
    </message>
    <message>
        <source>正在比对…</source>
        <translation>Comparing…</translation>
    </message>
    <message>
        <source>名单与登记的对照</source>
        <translation>The list beside the register</translation>
    </message>
    <message>
        <source>正在试算…</source>
        <translation>Computing...</translation>
    </message>
    <message>
        <source>情况</source>
        <translation>Case</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>村代码</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>村名</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>试算没有做完</source>
        <translation>The dry run did not finish</translation>
    </message>
    <message>
        <source>没有留下任何改动。关上窗口再打开就会重新试算。</source>
        <translation>Nothing was changed. Close the window and open it again to try once more.</translation>
    </message>
    <message>
        <source>没有出入</source>
        <translation>No difference</translation>
    </message>
    <message>
        <source>与现有的完全一样。</source>
        <translation>It is the same as what is there.</translation>
    </message>
    <message>
        <source>没有一户会变</source>
        <translation>No household changes</translation>
    </message>
    <message>
        <source>从 {day} 起，每一户的低保类别和金额都与现在一样。</source>
        <translation>From {day} on, every household keeps its dibao class and sums.</translation>
    </message>
    <message>
        <source>{name}：{before} → {after}</source>
        <translation>{name}: {before} → {after}</translation>
    </message>
    <message>
        <source>没有设定</source>
        <translation>not set</translation>
    </message>
    <message>
        <source>政策包：{before} → {after}</source>
        <translation>Policy pack: {before} → {after}</translation>
    </message>
    <message>
        <source>有 {n} 个村的代码或名称与现有的不同。</source>
        <translation>{n} villages have another code or name than now.</translation>
    </message>
    <message>
        <source>名单上 {here} 人在本村登记，{elsewhere} 人没有登记；本村有 {missing} 人有这种身份而不在名单上。</source>
        <translation>{here} people on the list are registered here, {elsewhere} are not; {missing} people here hold this identity and are not on the list.</translation>
    </message>
    <message>
        <source>新</source>
        <translation>New</translation>
    </message>
    <message>
        <source>不再有</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>改名</source>
        <translation>Renamed</translation>
    </message>
    <message>
        <source>原名 {name}</source>
        <translation>formerly {name}</translation>
    </message>
    <message>
        <source>姓名不同</source>
        <translation>Other name</translation>
    </message>
    <message>
        <source>本村没有登记</source>
        <translation>Not registered here</translation>
    </message>
    <message>
        <source>不在名单上</source>
        <translation>Not on the list</translation>
    </message>
    <message>
        <source>相符</source>
        <translation>Agrees</translation>
    </message>
    <message>
        <source>本村登记为 {name}</source>
        <translation>registered here as {name}</translation>
    </message>
    <message>
        <source>第 {ref} 号来文：{words}</source>
        <translation>Publication {ref}: {words}</translation>
    </message>
    <message>
        <source>来文试算 {ref} {title}</source>
        <translation>Dry run of publication {ref} {title}</translation>
    </message>
</context>
<context>
    <name>PublicationsSection</name>
    <message>
        <source>已谢绝：{reason}</source>
        <translation>Declined: {reason}</translation>
    </message>
    <message>
        <source>已过期，没有接收</source>
        <translation>Expired without having been accepted</translation>
    </message>
    <message>
        <source>县里已收回，没有接收</source>
        <translation>Taken back by the county, not accepted</translation>
    </message>
    <message>
        <source>待接收，{day} 起</source>
        <translation>Waiting, from {day}</translation>
    </message>
    <message>
        <source>已接收，{day} 起生效</source>
        <translation>Accepted, in force from {day}</translation>
    </message>
    <message>
        <source>已接收，自 {day} 起生效</source>
        <translation>Accepted, in force since {day}</translation>
    </message>
    <message>
        <source>已接收，{day} 已到期</source>
        <translation>Accepted, ended on {day}</translation>
    </message>
    <message>
        <source>已接收，已由后来的来文代替</source>
        <translation>Accepted, replaced by a later publication</translation>
    </message>
    <message>
        <source>，至 {day}</source>
        <translation>, until {day}</translation>
    </message>
    <message>
        <source>；县里后来收回了它，等县里的新来文</source>
        <translation>; the county took it back later: wait for its new one</translation>
    </message>
    <message>
        <source>第 {ref} 号来文“{title}”</source>
        <translation>No. {ref}, “{title}”</translation>
    </message>
    <message>
        <source>。</source>
        <translation>.</translation>
    </message>
    <message>
        <source>不能再接收：还要的，向县里要新的。</source>
        <translation>It cannot be accepted any more: ask the county for a new one if it is wanted.</translation>
    </message>
    <message>
        <source>不能再接收：不用办，等县里的新来文。</source>
        <translation>It cannot be accepted any more: nothing to do, a new one will come from the county.</translation>
    </message>
    <message>
        <source>最晚 {day} 接收，过了就不能再接收。</source>
        <translation>Can be accepted until {day}, not later.</translation>
    </message>
    <message>
        <source>县里来文</source>
        <translation>County publications</translation>
    </message>
    <message>
        <source>县里用优盘发来的政策包、本地标准、名单和村代码表。到了不等于生效：先看会改变什么，再接收；接收后按来文写的日期生效，到那一天不用再做什么。</source>
        <translation>Policy packs, local values, lists and village codes that the county sent by stick. Having come is not being in force: first see what would change, then accept; it takes effect on its day, and nobody need do anything on that day.</translation>
    </message>
    <message>
        <source>看影响、接收或谢绝…</source>
        <translation>See effect, accept or decline…</translation>
    </message>
    <message>
        <source>还没有县里来文</source>
        <translation>No county publications yet</translation>
    </message>
    <message>
        <source>在“报送”页导入县里的优盘，来文会列在这里。</source>
        <translation>Import the county&apos;s stick on the page Exchange; publications are listed here.</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>起</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止</source>
        <translation>Until</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
</context>
<context>
    <name>Question</name>
    <message>
        <source>请核对后打勾，或改正上面的内容</source>
        <translation>Check it and tick the box, or correct what stands above</translation>
    </message>
</context>
<context>
    <name>ReasonDialog</name>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
</context>
<context>
    <name>ReceiptDialog</name>
    <message>
        <source>登记追回款项</source>
        <translation>Record money back</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>应追 {due} 元，已追回 {got} 元，还差 {rest} 元</source>
        <translation>{due} yuan due, {got} back, {rest} to come</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>way</translation>
    </message>
    <message>
        <source>追回金额（元）</source>
        <translation>Came back (yuan)</translation>
    </message>
    <message>
        <source>追回日期</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>抵扣的填县里文书的文号</source>
        <translation>For a set-off: the county&apos;s paper</translation>
    </message>
    <message>
        <source>凭证或文号</source>
        <translation>Voucher or paper</translation>
    </message>
    <message>
        <source>已登记追回款项</source>
        <translation>Money back recorded</translation>
    </message>
</context>
<context>
    <name>RecordView</name>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>RecoveryPanel</name>
    <message>
        <source>忘记密码、换经办人时，只有恢复密钥能打开本村的资料。它只显示这一次，电脑里不保存。请打印或抄在纸上，装进信封，锁进村委会的保险柜。</source>
        <translation>When passwords are forgotten or clerks change, only the recovery key opens the village&apos;s data. It is shown this once and not kept on the computer. Print or copy it, seal it in an envelope and lock it in the village safe.</translation>
    </message>
    <message>
        <source>打印…</source>
        <translation>Print...</translation>
    </message>
    <message>
        <source>保存 PDF…</source>
        <translation>Save PDF...</translation>
    </message>
    <message>
        <source>我已抄下或打印恢复密钥，并会锁好</source>
        <translation>I have copied or printed the recovery key and will lock it away</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>第 {n} 组</source>
        <translation>Group {n}</translation>
    </message>
    <message>
        <source>正在准备打印…</source>
        <translation>Preparing to print...</translation>
    </message>
    <message>
        <source>恢复密钥单</source>
        <translation>Recovery sheet</translation>
    </message>
    <message>
        <source>保存恢复密钥单</source>
        <translation>Save recovery sheet</translation>
    </message>
    <message>
        <source>正在保存…</source>
        <translation>Saving...</translation>
    </message>
    <message>
        <source>已送到打印机。请核对纸上的字符再打勾。</source>
        <translation>Sent to the printer. Check the characters on paper, then tick the box.</translation>
    </message>
    <message>
        <source>已保存到 {path}。打印后请删掉这个文件，不要留在电脑里。</source>
        <translation>Saved to {path}. Print it, then delete the file; do not leave it on the computer.</translation>
    </message>
</context>
<context>
    <name>RecoveryRenewDialog</name>
    <message>
        <source>重新生成恢复密钥</source>
        <translation>New recovery key</translation>
    </message>
    <message>
        <source>生成</source>
        <translation>Make</translation>
    </message>
    <message>
        <source>您自己的密码</source>
        <translation>Your own password</translation>
    </message>
    <message>
        <source>生成以后，旧的恢复密钥单立即作废</source>
        <translation>The old recovery sheet is then void at once</translation>
    </message>
    <message>
        <source>正在生成…</source>
        <translation>Making...</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>RecoveryStep</name>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
</context>
<context>
    <name>RegionHint</name>
    <message>
        <source>统计用区划代码，12 位数字</source>
        <translation>Statistical code, 12 digits</translation>
    </message>
</context>
<context>
    <name>RegisterForm</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存  Ctrl+S</source>
        <translation>Save  Ctrl+S</translation>
    </message>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>回车到下一项&#x3000;Ctrl+回车到下一位成员&#x3000;Ctrl+S 保存</source>
        <translation>Enter: next field  Ctrl+Enter: next member  Ctrl+S: save</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>成员&#x3000;第一位是户主</source>
        <translation>Members  the first is the head</translation>
    </message>
    <message>
        <source>登记新住户</source>
        <translation>Register a household</translation>
    </message>
    <message>
        <source>有几处请核对</source>
        <translation>Please check</translation>
    </message>
    <message>
        <source>照样保存</source>
        <translation>Save as it is</translation>
    </message>
    <message>
        <source>回去核对</source>
        <translation>Go back</translation>
    </message>
    <message>
        <source>已登记一户</source>
        <translation>Household registered</translation>
    </message>
</context>
<context>
    <name>RelationDialog</name>
    <message>
        <source>更正与户主关系</source>
        <translation>Correct the relation to the head</translation>
    </message>
    <message>
        <source>成员</source>
        <translation>Member</translation>
    </message>
    <message>
        <source>现在是</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>更正为</source>
        <translation>Correct to</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>已更正{name}与户主的关系</source>
        <translation>{name}&apos;s relation corrected</translation>
    </message>
</context>
<context>
    <name>RelationsTable</name>
    <message>
        <source>与新户主的关系</source>
        <translation>Relations to the new head</translation>
    </message>
    <message>
        <source>{name}（原来是{relation}）</source>
        <translation>{name} (was {relation})</translation>
    </message>
    <message>
        <source>推定的，请核对</source>
        <translation>Likely: please check</translation>
    </message>
</context>
<context>
    <name>ResultView</name>
    <message>
        <source>筛选：政策名、原因、文号</source>
        <translation>Filter: benefit, reason, paper number</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>没有符合的政策。换一种写法，或按 Esc 清除筛选。</source>
        <translation>Nothing fits. Try other words, or press Esc to clear the filter.</translation>
    </message>
    <message>
        <source>可享受政策</source>
        <translation>Benefits</translation>
    </message>
    <message>
        <source>全家</source>
        <translation>Whole household</translation>
    </message>
    <message>
        <source>全家共有</source>
        <translation>Whole household</translation>
    </message>
    <message>
        <source>可享受</source>
        <translation>Available</translation>
    </message>
    <message>
        <source>{title}&#x3000;{n} 项</source>
        <translation>{title}  {n}</translation>
    </message>
    <message>
        <source>没有按户享受的项目</source>
        <translation>No benefit for the whole household</translation>
    </message>
    <message>
        <source>现在没有可享受的项目；原因在下面，也可以用“假如”试算。</source>
        <translation>No benefits now; the reasons stand below, or try &quot;What if&quot;.</translation>
    </message>
    <message>
        <source>不能享受&#x3000;{n} 项</source>
        <translation>Not available  {n}</translation>
    </message>
    <message>
        <source>还没有算</source>
        <translation>Not computed yet</translation>
    </message>
    <message>
        <source>缺资料</source>
        <translation>Facts missing</translation>
    </message>
    <message>
        <source>符合</source>
        <translation>Met</translation>
    </message>
    <message>
        <source>不符合</source>
        <translation>Not met</translation>
    </message>
    <message>
        <source>人均月收入 {sum} 元</source>
        <translation>{sum} yuan a month a head</translation>
    </message>
    <message>
        <source>下次复核 {day}</source>
        <translation>Next review {day}</translation>
    </message>
    <message>
        <source>依据：{clauses}（{rule}）</source>
        <translation>Clause: {clauses} ({rule})</translation>
    </message>
    <message>
        <source>去“设置 → 本地标准”填写</source>
        <translation>Fill in: Settings → Local values</translation>
    </message>
    <message>
        <source>打开低保档案</source>
        <translation>Open dibao case</translation>
    </message>
    <message>
        <source>受理低保申请</source>
        <translation>New dibao case</translation>
    </message>
    <message>
        <source>各人可享受</source>
        <translation>Available to each</translation>
    </message>
    <message>
        <source>现在没有可享受的项目</source>
        <translation>No benefits now</translation>
    </message>
</context>
<context>
    <name>ReturnFields</name>
    <message>
        <source>{day} 离户</source>
        <translation>left {day}</translation>
    </message>
    <message>
        <source>回来的人</source>
        <translation>Who comes back</translation>
    </message>
    <message>
        <source>回来的日期</source>
        <translation>Day of coming back</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>务工返乡</source>
        <translation>back from work</translation>
    </message>
    <message>
        <source>户口迁回</source>
        <translation>hukou moved back</translation>
    </message>
    <message>
        <source>刑满释放</source>
        <translation>released from prison</translation>
    </message>
</context>
<context>
    <name>ReverseDialog</name>
    <message>
        <source>冲销缴费</source>
        <translation>Reverse contribution</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>如 写错了档次、缴到了别人名下</source>
        <translation>e.g. wrong tier, or entered for somebody else</translation>
    </message>
    <message>
        <source>{day}&#x3000;{payer}&#x3000;{amount} 元&#x3000;经收人 {collector}</source>
        <translation>{day}  {payer}  {amount} yuan  collected by {collector}</translation>
    </message>
    <message>
        <source>{name}&#x3000;要冲销哪一笔</source>
        <translation>{name}: which payment</translation>
    </message>
    <message>
        <source>冲销原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>原记录 {amount} 元会保留，另记一笔 {negative} 元的冲销，两笔相抵。</source>
        <translation>The entry of {amount} yuan stays; a reversal of {negative} yuan is entered against it.</translation>
    </message>
    <message>
        <source>正在冲销…</source>
        <translation>Reversing...</translation>
    </message>
</context>
<context>
    <name>ReviewDialog</name>
    <message>
        <source>登记复核</source>
        <translation>Record review</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>家庭情况有没有变化</source>
        <translation>Whether the household&apos;s situation has changed</translation>
    </message>
    <message>
        <source>登记后按类别推算下次复核日期；待遇不会自动停发，调整或停发由县里决定。</source>
        <translation>The next review follows from the class. Nothing stops by itself: the county decides on changes.</translation>
    </message>
    <message>
        <source>复核日期</source>
        <translation>Review date</translation>
    </message>
    <message>
        <source>复核情况</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>正在登记复核…</source>
        <translation>Recording the review...</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>输入姓名、拼音首字母、公民身份号码的一部分或户号</source>
        <translation>Type a name, pinyin initials, part of an identity number or a household number</translation>
    </message>
    <message>
        <source>查找：姓名、拼音首字母、公民身份号码、户号&#x3000;Ctrl+F</source>
        <translation>Find: name, initials, identity or household no.  Ctrl+F</translation>
    </message>
    <message>
        <source>查找结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>正在查找…</source>
        <translation>Searching…</translation>
    </message>
    <message>
        <source>没有找到</source>
        <translation>Nothing found</translation>
    </message>
    <message>
        <source>换一种写法，或只输入一部分</source>
        <translation>write it another way, or only a part</translation>
    </message>
</context>
<context>
    <name>SeasonBar</name>
    <message>
        <source>姓名、拼音、户编号</source>
        <translation>Name, number</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Group</translation>
    </message>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未缴</source>
        <translation>Unpaid</translation>
    </message>
    <message>
        <source>应代缴</source>
        <translation>Proxy due</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>不用缴</source>
        <translation>Exempt</translation>
    </message>
    <message>
        <source>完整号码</source>
        <translation>Full IDs</translation>
    </message>
    <message>
        <source>个人明细</source>
        <translation>Panel</translation>
    </message>
    <message>
        <source>养老</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>医疗</source>
        <translation>Medical</translation>
    </message>
    <message>
        <source>缴费年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>经收人</source>
        <translation>By</translation>
    </message>
    <message>
        <source>筛选缴费名单</source>
        <translation>Filter the list</translation>
    </message>
    <message>
        <source>显示完整公民身份号码</source>
        <translation>Show full identity numbers</translation>
    </message>
    <message>
        <source>显示个人明细</source>
        <translation>Show the person&apos;s details</translation>
    </message>
    <message>
        <source>全部小组</source>
        <translation>Groups</translation>
    </message>
    <message>
        <source>未缴 {count}</source>
        <translation>Unpaid {count}</translation>
    </message>
    <message>
        <source>应代缴 {count}</source>
        <translation>Proxy {count}</translation>
    </message>
</context>
<context>
    <name>SeasonCommands</name>
    <message>
        <source>导出</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>把表里现在显示的人导出到 Excel</source>
        <translation>Write the people now shown in the table to Excel</translation>
    </message>
    <message>
        <source>冲销</source>
        <translation>Reverse</translation>
    </message>
    <message>
        <source>冲销选中的人的缴费  Del</source>
        <translation>Reverse a payment of the chosen person  Del</translation>
    </message>
    <message>
        <source>登记应代缴</source>
        <translation>Proxies</translation>
    </message>
    <message>
        <source>标记全部应代缴的人，核对后登记  F8</source>
        <translation>Mark everybody due for a proxy payment; check, then record  F8</translation>
    </message>
    <message>
        <source>登记已标记的</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>登记全部已标记的行  Ctrl+S</source>
        <translation>Record all marked rows  Ctrl+S</translation>
    </message>
    <message>
        <source>登记已标记的 {count} 人</source>
        <translation>Record {count}</translation>
    </message>
    <message>
        <source>登记应代缴 {count} 人</source>
        <translation>Proxies {count}</translation>
    </message>
</context>
<context>
    <name>SeasonTable</name>
    <message>
        <source>户编号</source>
        <translation>No.</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>年龄</source>
        <translation>Age</translation>
    </message>
    <message>
        <source>档次</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>缴费人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>补贴</source>
        <translation>Subs.</translation>
    </message>
    <message>
        <source>个人应缴</source>
        <translation>Own</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>资助</source>
        <translation>Aid</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
</context>
<context>
    <name>SecuritySection</name>
    <message>
        <source>密码与恢复密钥</source>
        <translation>Password and key</translation>
    </message>
    <message>
        <source>修改密码</source>
        <translation>Change password</translation>
    </message>
    <message>
        <source>我的密码</source>
        <translation>My password</translation>
    </message>
    <message>
        <source>现在的密码</source>
        <translation>Present password</translation>
    </message>
    <message>
        <source>新密码</source>
        <translation>New password</translation>
    </message>
    <message>
        <source>恢复密钥</source>
        <translation>Recovery key</translation>
    </message>
    <message>
        <source>恢复密钥单遗失、被人看过，或经办人交接时，重新生成一份。生成以后，旧的恢复密钥单立即作废。</source>
        <translation>Make a new one when the recovery sheet is lost or was seen, or when clerks change. The old sheet is then void at once.</translation>
    </message>
    <message>
        <source>重新生成恢复密钥…</source>
        <translation>New recovery key...</translation>
    </message>
    <message>
        <source>正在修改密码…</source>
        <translation>Changing password...</translation>
    </message>
    <message>
        <source>密码已修改，下次登录用新密码</source>
        <translation>Password changed; use it from the next sign-in</translation>
    </message>
    <message>
        <source>新的恢复密钥已生效，旧的恢复密钥单请销毁</source>
        <translation>The new recovery key is in force; destroy the old sheet</translation>
    </message>
</context>
<context>
    <name>SendView</name>
    <message>
        <source>打印交接单</source>
        <translation>Print the slip</translation>
    </message>
    <message>
        <source>去登记</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>看登记</source>
        <translation>See enrolment</translation>
    </message>
    <message>
        <source>选择文件夹</source>
        <translation>Choose folder</translation>
    </message>
    <message>
        <source>写报送包</source>
        <translation>Write packet</translation>
    </message>
    <message>
        <source>看明细</source>
        <translation>Show acts</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>笔数</source>
        <translation>Acts</translation>
    </message>
    <message>
        <source>待报送</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>新办理的会列在这里</source>
        <translation>What you record next is listed here</translation>
    </message>
    <message>
        <source>县里的回执说已办结的，不再列出。</source>
        <translation>What the county&apos;s answer calls settled is no longer listed.</translation>
    </message>
    <message>
        <source>写好报送包，这里的笔数不会减少：每个包都带上全部待报送的内容，等县里的回执导入后才清掉。优盘丢了，再写一个就行。</source>
        <translation>Writing a packet does not empty this list: each packet carries all that waits, until the county&apos;s answer is imported. If a stick is lost, write another.</translation>
    </message>
    <message>
        <source>写到哪里</source>
        <translation>Where to</translation>
    </message>
    <message>
        <source>{n} 笔</source>
        <translation>{n} acts</translation>
    </message>
    <message>
        <source>有 {n} 份附件或来文还没有带来：写一个空的报送包去要</source>
        <translation>{n} attachments or publications did not come yet: write an empty packet to ask for them</translation>
    </message>
    <message>
        <source>没有要报送的；要新的回执，写一个空的报送包</source>
        <translation>Nothing to report; for a new answer write an empty packet</translation>
    </message>
    <message>
        <source>没有要报送的</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>最早一笔 {when}</source>
        <translation>oldest {when}</translation>
    </message>
    <message>
        <source>还没有登记县里，现在不能写报送包：请插上县里给的优盘，到“登记”打开邀请。</source>
        <translation>Not enrolled with a county yet, so no packet can be written: plug in the county&apos;s stick and open the invitation under “Enrol”.</translation>
    </message>
    <message>
        <source>县里已撤销这台电脑，从它报送的新内容不再入账：请联系县里，弄清是不是电脑丢过、换过。</source>
        <translation>The county has revoked this computer; what it sends from now on is not taken in. Contact the county and find out whether a computer was lost or replaced.</translation>
    </message>
    <message>
        <source>县里还没有准入这台电脑：把报送包和“本机指纹单”带到县里，再把县里的回执导入。</source>
        <translation>The county has not admitted this computer yet: take the packet and the slip with this computer&apos;s fingerprint to the county, then import the county&apos;s answer.</translation>
    </message>
    <message>
        <source>有 {n} 处可写，现在选中的是“{label}”；要换一处，在下面点它。</source>
        <translation>There are {n} places to write to; “{label}” is chosen. Click another one below to change.</translation>
    </message>
    <message>
        <source>报送包写到哪个文件夹</source>
        <translation>Folder for the packet</translation>
    </message>
    <message>
        <source>正在写到“{label}”，写完还要读回来核对：请不要拔优盘。</source>
        <translation>Writing to “{label}”, then reading it back to verify: do not pull out the stick.</translation>
    </message>
    <message>
        <source>正在写入并核对，请不要拔优盘…</source>
        <translation>Writing and verifying; leave the stick in...</translation>
    </message>
    <message>
        <source>已取消，没有写报送包；要报送时再写一次。</source>
        <translation>Cancelled, no packet was written; write one when you want to send.</translation>
    </message>
    <message>
        <source>报送包没有写成，里面的内容都还在“待报送”里：处理好优盘，再写一次。</source>
        <translation>The packet was not written; all of it still waits to be sent. See to the stick, then write it again.</translation>
    </message>
    <message>
        <source>已写入并核对，可以拔出优盘了。下一步：打印交接单，和优盘一起带到县里。</source>
        <translation>Written and verified, the stick may be pulled out. Next: print the hand-over slip and take it to the county with the stick.</translation>
    </message>
    <message>
        <source>已写入并核对。下一步：把文件拷到优盘，打印交接单，一起带到县里。</source>
        <translation>Written and verified. Next: copy the file to a stick, print the hand-over slip, and take both to the county.</translation>
    </message>
    <message>
        <source>{name}&#x3000;{n} 笔&#x3000;{size}&#x3000;校验码 {check}&#x3000;位置 {folder}</source>
        <translation>{name}&#x3000;{n} acts&#x3000;{size}&#x3000;check value {check}&#x3000;in {folder}</translation>
    </message>
    <message>
        <source>报送包已写入并核对</source>
        <translation>Packet written and verified</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>保存</source>
        <translation>Save</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>设置的各部分</source>
        <translation>Sections of the settings</translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message>
        <source>标为已处理</source>
        <translation>Mark as settled</translation>
    </message>
    <message>
        <source>例如：已按县里要求改正，重新登记</source>
        <translation>For example: put right as the county asked, and registered again</translation>
    </message>
    <message>
        <source>怎么处理的</source>
        <translation>How it was settled</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>办结：{kind}</source>
        <translation>Settle: {kind}</translation>
    </message>
    <message>
        <source>办结</source>
        <translation>Settle</translation>
    </message>
    <message>
        <source>要做什么</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>如 已报县里停发，7 月起停</source>
        <translation>e.g. reported to the county, stopped from July</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>settled on</translation>
    </message>
    <message>
        <source>已办结：{kind}</source>
        <translation>Settled: {kind}</translation>
    </message>
</context>
<context>
    <name>SheetGrid</name>
    <message>
        <source>成批录入的表格</source>
        <translation>Entry sheet</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>粘贴</source>
        <translation>Paste</translation>
    </message>
    <message>
        <source>照抄上一格</source>
        <translation>Copy from above</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>恢复</source>
        <translation>Redo</translation>
    </message>
    <message>
        <source>插入一行</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>已按标题贴入；没有用到的列：{columns}</source>
        <translation>Pasted by the headings; columns not used: {columns}</translation>
    </message>
</context>
<context>
    <name>SheetTable</name>
    <message>
        <source>自动</source>
        <translation>automatic</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>残疾证号</source>
        <translation>Disability card</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>一人一行，户主排在前。Tab 到右边，回车到下一人。可以从 Excel 整块粘贴。</source>
        <translation>One row a person, the head first. Tab goes right, Enter to the next person. Blocks can be pasted from Excel.</translation>
    </message>
    <message>
        <source>住户列表</source>
        <translation>Households</translation>
    </message>
    <message>
        <source>插入一行</source>
        <translation>Insert row</translation>
    </message>
    <message>
        <source>插入一行  Ctrl++</source>
        <translation>Insert row  Ctrl++</translation>
    </message>
    <message>
        <source>删除行</source>
        <translation>Delete rows</translation>
    </message>
    <message>
        <source>删除行  Ctrl+-</source>
        <translation>Delete rows  Ctrl+-</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销  Ctrl+Z</source>
        <translation>Undo  Ctrl+Z</translation>
    </message>
    <message>
        <source>清空</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>登记  Ctrl+S</source>
        <translation>Register  Ctrl+S</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Village group</translation>
    </message>
    <message>
        <source>没填民族的算作</source>
        <translation>Nation if left empty</translation>
    </message>
    <message>
        <source>成批录入住户</source>
        <translation>Enter households in a sheet</translation>
    </message>
    <message>
        <source>上次没有登记的内容都在，接着录就行。</source>
        <translation>What was not registered last time is still here: just go on.</translation>
    </message>
    <message>
        <source>清空这张表？</source>
        <translation>Clear this sheet?</translation>
    </message>
    <message>
        <source>表里还没有登记的内容都会去掉。清空以后，离开这一页之前还可以撤销。</source>
        <translation>Everything in the sheet that is not registered yet goes. You can still undo it before you leave this page.</translation>
    </message>
    <message>
        <source>{n} 户 {m} 人可以登记</source>
        <translation>{n} households, {m} people ready</translation>
    </message>
    <message>
        <source>{k} 格有问题</source>
        <translation>{k} cells wrong</translation>
    </message>
    <message>
        <source>{k} 格请核对</source>
        <translation>{k} cells to check</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有选村民小组</source>
        <translation>No group chosen</translation>
    </message>
    <message>
        <source>表里的住户都不会有小组。</source>
        <translation>The households in the sheet will have no group.</translation>
    </message>
    <message>
        <source>不分小组，登记</source>
        <translation>Register without a group</translation>
    </message>
    <message>
        <source>回去选小组</source>
        <translation>Choose a group</translation>
    </message>
    <message>
        <source>正在登记住户…</source>
        <translation>Registering households…</translation>
    </message>
    <message>
        <source>已登记 {n} 户 {m} 人</source>
        <translation>{n} households, {m} people registered</translation>
    </message>
    <message>
        <source>，还有 {k} 行留在表里</source>
        <translation>, {k} rows stay in the sheet</translation>
    </message>
</context>
<context>
    <name>SignInDialog</name>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>显示密码</source>
        <translation>Show password</translation>
    </message>
    <message>
        <source>忘记密码</source>
        <translation>Forgotten?</translation>
    </message>
    <message>
        <source>正在打开…</source>
        <translation>Opening...</translation>
    </message>
</context>
<context>
    <name>SlipPrinter</name>
    <message>
        <source>正在打印…</source>
        <translation>Printing...</translation>
    </message>
    <message>
        <source>保存 PDF</source>
        <translation>Save PDF</translation>
    </message>
    <message>
        <source>已送到打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>已保存：{path}</source>
        <translation>Saved: {path}</translation>
    </message>
</context>
<context>
    <name>SpanDialog</name>
    <message>
        <source>登记应追款项</source>
        <translation>Record overpaid months</translation>
    </message>
    <message>
        <source>登记</source>
        <translation>Record</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>多发的第一个月</source>
        <translation>First month overpaid</translation>
    </message>
    <message>
        <source>写当月任意一天</source>
        <translation>Any day of that month</translation>
    </message>
    <message>
        <source>多发的最后一个月</source>
        <translation>Last month overpaid</translation>
    </message>
    <message>
        <source>每月发放（元）</source>
        <translation>Paid a month (yuan)</translation>
    </message>
    <message>
        <source>如 县里发放记录</source>
        <translation>e.g. the county&apos;s record of payments</translation>
    </message>
    <message>
        <source>县里发放记录</source>
        <translation>the county&apos;s record of payments</translation>
    </message>
    <message>
        <source>本人存折流水</source>
        <translation>the passbook</translation>
    </message>
    <message>
        <source>金额来源</source>
        <translation>Source of the sum</translation>
    </message>
    <message>
        <source>已登记应追款项</source>
        <translation>Overpaid months recorded</translation>
    </message>
</context>
<context>
    <name>SplitFields</name>
    <message>
        <source>分出去的人，和各人与新户户主的关系</source>
        <translation>Who parts, and each one&apos;s relation to the new household&apos;s head</translation>
    </message>
    <message>
        <source>从哪一天起是新户</source>
        <translation>New household from</translation>
    </message>
    <message>
        <source>分户原因</source>
        <translation>Why they part</translation>
    </message>
    <message>
        <source>子女成家</source>
        <translation>children marry</translation>
    </message>
    <message>
        <source>离婚</source>
        <translation>divorced</translation>
    </message>
    <message>
        <source>分家另过</source>
        <translation>living apart</translation>
    </message>
    <message>
        <source>新户编号</source>
        <translation>New household&apos;s number</translation>
    </message>
    <message>
        <source>新户的小组</source>
        <translation>New household&apos;s group</translation>
    </message>
    <message>
        <source>新户的住址</source>
        <translation>New household&apos;s address</translation>
    </message>
    <message>
        <source>留下的人里的新户主</source>
        <translation>The new head among those who stay</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>当前环节：{stage}</source>
        <translation>Present stage: {stage}</translation>
    </message>
</context>
<context>
    <name>StatusEdit</name>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>选择困难身份</source>
        <translation>Choose hardship statuses</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>待报送 {n} 笔</source>
        <translation>{n} acts to send</translation>
    </message>
    <message>
        <source>没有待报送</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>还没有报送过</source>
        <translation>Never sent</translation>
    </message>
    <message>
        <source>今天报送过</source>
        <translation>Sent today</translation>
    </message>
    <message>
        <source>距上次报送 {n} 天</source>
        <translation>Last sent {n} days ago</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>关闭提示</source>
        <translation>Close the message</translation>
    </message>
</context>
<context>
    <name>TaskRunner</name>
    <message>
        <source>正在处理…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>星期一</source>
        <translation>Monday</translation>
    </message>
    <message>
        <source>星期二</source>
        <translation>Tuesday</translation>
    </message>
    <message>
        <source>星期三</source>
        <translation>Wednesday</translation>
    </message>
    <message>
        <source>星期四</source>
        <translation>Thursday</translation>
    </message>
    <message>
        <source>星期五</source>
        <translation>Friday</translation>
    </message>
    <message>
        <source>星期六</source>
        <translation>Saturday</translation>
    </message>
    <message>
        <source>星期日</source>
        <translation>Sunday</translation>
    </message>
    <message>
        <source>{name}，您好。今天是 {year} 年 {month} 月 {day} 日，{weekday}</source>
        <translation>Good day, {name}. Today is {weekday}, {year}-{month}-{day}</translation>
    </message>
    <message>
        <source>眼下没有到期的事</source>
        <translation>Nothing is due</translation>
    </message>
    <message>
        <source>今后三十天也没有。</source>
        <translation>Nor in the next thirty days.</translation>
    </message>
    <message>
        <source>待办事项</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Matter</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>待办理</source>
        <translation>to do</translation>
    </message>
    <message>
        <source>今天到期</source>
        <translation>due today</translation>
    </message>
    <message>
        <source>还有 {n} 天</source>
        <translation>in {n} days</translation>
    </message>
    <message>
        <source>去报送</source>
        <translation>Export...</translation>
    </message>
    <message>
        <source>报送</source>
        <translation>Sending</translation>
    </message>
    <message>
        <source>年龄与性别</source>
        <translation>Age and sex</translation>
    </message>
    <message>
        <source>村里还没有住户</source>
        <translation>No households yet</translation>
    </message>
    <message>
        <source>有 Excel 名册的，先导入名册，几分钟就能建好全村的底册；没有的，从第一户开始登记。以后这里会列出每天到期的事。</source>
        <translation>If there is an Excel register, import it: the village is set up in minutes. If not, register the first household. This page will then list what is due each day.</translation>
    </message>
    <message>
        <source>登记第一户</source>
        <translation>Register first household</translation>
    </message>
    <message>
        <source>导入名册…</source>
        <translation>Import register...</translation>
    </message>
    <message>
        <source>待办事项（{n}）</source>
        <translation>To do ({n})</translation>
    </message>
    <message>
        <source>，{n} 件已过期</source>
        <translation>, overdue: {n}</translation>
    </message>
    <message>
        <source>还有 {n} 笔没有报送</source>
        <translation>Acts to send: {n}</translation>
    </message>
    <message>
        <source>没有要报送的</source>
        <translation>Nothing to send</translation>
    </message>
    <message>
        <source>还没有报送过</source>
        <translation>Never sent</translation>
    </message>
    <message>
        <source>今天报送过</source>
        <translation>Sent today</translation>
    </message>
    <message>
        <source>上次报送在 {n} 天前</source>
        <translation>Last sent {n} days ago</translation>
    </message>
</context>
<context>
    <name>TransferBackDialog</name>
    <message>
        <source>撤回迁出</source>
        <translation>Take the move back</translation>
    </message>
    <message>
        <source>迁往</source>
        <translation>Moved to</translation>
    </message>
    <message>
        <source>{village}，{day} 起</source>
        <translation>{village}, from {day}</translation>
    </message>
    <message>
        <source>县里还没有回执</source>
        <translation>no answer of the county yet</translation>
    </message>
    <message>
        <source>县里的回执</source>
        <translation>Answer of the county</translation>
    </message>
    <message>
        <source>撤回的原因</source>
        <translation>Reason for taking it back</translation>
    </message>
    <message>
        <source>对方村退回、没有搬</source>
        <translation>Sent back, did not move</translation>
    </message>
    <message>
        <source>各人从原定迁出那天起接着算本村的人，随户结案的低保档案恢复原来的环节。</source>
        <translation>Everybody belongs here again from the day they were to move; a dibao case that ended with the move goes on where it was.</translation>
    </message>
    <message>
        <source>已撤回迁出</source>
        <translation>The move is taken back</translation>
    </message>
</context>
<context>
    <name>TransferInDialog</name>
    <message>
        <source>从外村迁入</source>
        <translation>From another village</translation>
    </message>
    <message>
        <source>迁入</source>
        <translation>Take in</translation>
    </message>
    <message>
        <source>原村</source>
        <translation>Old village</translation>
    </message>
    <message>
        <source>迁移</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>{day} 起算本村的人（{why}）</source>
        <translation>here from {day} ({why})</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Household number</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Village group</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>并入的户编号</source>
        <translation>Household to join</translation>
    </message>
    <message>
        <source>退回…</source>
        <translation>Send back…</translation>
    </message>
    <message>
        <source>{insurance} {years} 年</source>
        <translation>{insurance} {years}</translation>
    </message>
    <message>
        <source>{name}&#x3000;{relation}&#x3000;{birth} 出生</source>
        <translation>{name}  {relation}  born {birth}</translation>
    </message>
    <message>
        <source>原村低保 {number}（{stage}）不随户转来，迁入后要在本村重新申请。</source>
        <translation>Dibao {number} ({stage}) of the old village does not come along; they apply here again.</translation>
    </message>
    <message>
        <source>原村的 {n} 条经办记录随户转来，只能查看；原村的缴费不计入本村的合计，同一年不用再缴。</source>
        <translation>{n} acts of the old village come along, to be read only; payments made there are in no sum here, and are not due again for the year.</translation>
    </message>
    <message>
        <source>银行账户 {accounts} 个、附件 {papers} 份随户转来，迁入后请核对是否还在用。</source>
        <translation>{accounts} bank accounts and {papers} attachments come with the household; check after taking it in whether they are still in use.</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to the head</translation>
    </message>
    <message>
        <source>{head}一户已迁入</source>
        <translation>The household of {head} was taken in</translation>
    </message>
</context>
<context>
    <name>TransferOutDialog</name>
    <message>
        <source>迁往外村</source>
        <translation>Move to another village</translation>
    </message>
    <message>
        <source>办理迁出</source>
        <translation>Register the move</translation>
    </message>
    <message>
        <source>迁出的人</source>
        <translation>Who moves</translation>
    </message>
    <message>
        <source>12 位数字，如 532325100202</source>
        <translation>12 digits, such as 532325100202</translation>
    </message>
    <message>
        <source>迁入村的代码</source>
        <translation>Code of the new village</translation>
    </message>
    <message>
        <source>迁入村的名称</source>
        <translation>Name of the new village</translation>
    </message>
    <message>
        <source>如 花椒村</source>
        <translation>Such as 花椒村</translation>
    </message>
    <message>
        <source>从哪一天起算新村的人</source>
        <translation>First day in the new village</translation>
    </message>
    <message>
        <source>整户搬迁、婚嫁、投靠亲属</source>
        <translation>Whole household, marriage, relatives</translation>
    </message>
    <message>
        <source>整户搬迁</source>
        <translation>Whole household moves</translation>
    </message>
    <message>
        <source>婚嫁</source>
        <translation>Marriage</translation>
    </message>
    <message>
        <source>投靠亲属</source>
        <translation>To live with relatives</translation>
    </message>
    <message>
        <source>易地搬迁安置</source>
        <translation>Resettlement</translation>
    </message>
    <message>
        <source>迁出原因</source>
        <translation>Reason for the move</translation>
    </message>
    <message>
        <source>已办理迁出，下次报送时告诉县里</source>
        <translation>The move is registered; the next packet tells the county</translation>
    </message>
</context>
<context>
    <name>TroublePanel</name>
    <message>
        <source>资料打不开</source>
        <translation>The data cannot be opened</translation>
    </message>
    <message>
        <source>数据文件夹</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <source>请不要删除或改动里面的文件。处理好以后点“再试一次”；处理不了时，把上面这句话告诉维护人员。</source>
        <translation>Do not delete or change the files in it. Once mended, press &quot;Retry&quot;; otherwise tell a maintainer the sentence above.</translation>
    </message>
    <message>
        <source>关闭程序</source>
        <translation>Close program</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Retry</translation>
    </message>
</context>
<context>
    <name>VillageForm</name>
    <message>
        <source>{what}已保存</source>
        <translation>{what}: saved</translation>
    </message>
</context>
<context>
    <name>VillageSection</name>
    <message>
        <source>村情</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>村代码</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>统计用区划代码，12 位数字</source>
        <translation>Statistical code, 12 digits</translation>
    </message>
    <message>
        <source>村名</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>印在每张表上</source>
        <translation>Printed on every form</translation>
    </message>
    <message>
        <source>县（市、区）</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇（街道）</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>村委会电话</source>
        <translation>Village phone</translation>
    </message>
    <message>
        <source>印在通知单上，方便村民问</source>
        <translation>Printed on notices for questions</translation>
    </message>
</context>
<context>
    <name>VillageStep</name>
    <message>
        <source>本村</source>
        <translation>Your village</translation>
    </message>
    <message>
        <source>带 * 的必填，其余以后可以在“设置”里补。</source>
        <translation>Fields with * are needed; the rest can wait for Settings.</translation>
    </message>
    <message>
        <source>村代码</source>
        <translation>Village code</translation>
    </message>
    <message>
        <source>统计用区划代码，12 位数字</source>
        <translation>Statistical code, 12 digits</translation>
    </message>
    <message>
        <source>村名</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>如：清河村</source>
        <translation>e.g. 清河村</translation>
    </message>
    <message>
        <source>县（市、区）</source>
        <translation>County</translation>
    </message>
    <message>
        <source>乡镇（街道）</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>村委会电话</source>
        <translation>Village phone</translation>
    </message>
    <message>
        <source>印在通知单上</source>
        <translation>Printed on notices</translation>
    </message>
    <message>
        <source>县级公钥</source>
        <translation>County key</translation>
    </message>
    <message>
        <source>县里给的 age1 开头的一行；没有可以先空着</source>
        <translation>The county&apos;s line that begins with age1; may wait</translation>
    </message>
    <message>
        <source>本村已有一台电脑，这是另一台（资料由县里的回执带来）</source>
        <translation>The village has a computer already, this is another one (its records come with the county&apos;s answer)</translation>
    </message>
    <message>
        <source>从文件读取…</source>
        <translation>Read from file...</translation>
    </message>
    <message>
        <source>政策包</source>
        <translation>Policy pack</translation>
    </message>
    <message>
        <source>本村待遇按哪份文件算</source>
        <translation>The paper that benefits follow</translation>
    </message>
    <message>
        <source>选择县里给的公钥文件</source>
        <translation>Choose the county&apos;s key file</translation>
    </message>
</context>
<context>
    <name>VoidDialog</name>
    <message>
        <source>作废文书</source>
        <translation>Void document</translation>
    </message>
    <message>
        <source>作废</source>
        <translation>Void</translation>
    </message>
    <message>
        <source>{number} 作废后不能再用它重印；列表里仍然看得到，并写着原因。</source>
        <translation>Once void, {number} can no longer be reprinted from; it stays in the list with its reason.</translation>
    </message>
    <message>
        <source>例如：打错了、卡纸、信息有变</source>
        <translation>e.g. misprint, paper jam, facts changed</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
</context>
<context>
    <name>WelcomeStep</name>
    <message>
        <source>欢迎使用</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>这台电脑上还没有村的资料。花两三分钟建立一个，以后登录就能用。</source>
        <translation>This computer holds no village yet. Set one up in two or three minutes; then sign in and work.</translation>
    </message>
    <message>
        <source>建立我的村</source>
        <translation>Set up my village</translation>
    </message>
    <message>
        <source>填写村名和政策包，住户可以从 Excel 名册导入，也可以逐户登记。</source>
        <translation>Enter village and policy pack; import households from an Excel register or register them one by one.</translation>
    </message>
    <message>
        <source>先用演示村练习</source>
        <translation>Practise with a demo village</translation>
    </message>
    <message>
        <source>300 户全部是虚构的，随便改；想建真正的村时换一个数据文件夹。</source>
        <translation>All 300 households are made up; change what you like. Take another data folder for the real village.</translation>
    </message>
    <message>
        <source>资料保存在</source>
        <translation>Data is kept in</translation>
    </message>
    <message>
        <source>加密保存在这台电脑上，不上网；没有密码或恢复密钥，谁也打不开。</source>
        <translation>Encrypted on this computer, never online; without password or recovery key nobody can open it.</translation>
    </message>
</context>
<context>
    <name>WhatIfPanel</name>
    <message>
        <source>假如</source>
        <translation>What if</translation>
    </message>
    <message>
        <source>照登记</source>
        <translation>as is</translation>
    </message>
    <message>
        <source>在限额内</source>
        <translation>within</translation>
    </message>
    <message>
        <source>超过</source>
        <translation>over</translation>
    </message>
    <message>
        <source>在哪一天</source>
        <translation>On which day</translation>
    </message>
    <message>
        <source>家庭年收入（元）</source>
        <translation>Yearly income (yuan)</translation>
    </message>
    <message>
        <source>空着就按收入表</source>
        <translation>Empty: from the income sheet</translation>
    </message>
    <message>
        <source>家庭财产</source>
        <translation>Property</translation>
    </message>
    <message>
        <source>{n}级</source>
        <translation>grade {n}</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>劳动能力</source>
        <translation>Work capacity</translation>
    </message>
    <message>
        <source>残疾等级</source>
        <translation>Disability grade</translation>
    </message>
    <message>
        <source>今年养老保险缴费档次（元）</source>
        <translation>Pension tier this year (yuan)</translation>
    </message>
    <message>
        <source>养老保险缴费年限（年）</source>
        <translation>Years paid into the pension</translation>
    </message>
    <message>
        <source>在校学生</source>
        <translation>Student</translation>
    </message>
    <message>
        <source>已领养老金</source>
        <translation>Draws a pension</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>在上面选一个人，可以假设他的年龄、身份、缴费等。</source>
        <translation>Choose a person above to suppose another age, status, contribution and so on.</translation>
    </message>
    <message>
        <source>可选：{tiers}</source>
        <translation>Tiers: {tiers}</translation>
    </message>
    <message>
        <source>假如{name}</source>
        <translation>What if {name}</translation>
    </message>
    <message>
        <source>假如家里有人…</source>
        <translation>What if somebody...</translation>
    </message>
</context>
<context>
    <name>WizardDialog</name>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>上一步</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>建立</source>
        <translation>Set up</translation>
    </message>
    <message>
        <source>进入</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>恢复密钥还没有留下</source>
        <translation>The recovery key is not kept yet</translation>
    </message>
    <message>
        <source>现在离开，刚建立的村会删除，下次从头再来。</source>
        <translation>If you leave now, the new village is deleted; next time you begin again.</translation>
    </message>
    <message>
        <source>删除，离开</source>
        <translation>Delete and leave</translation>
    </message>
    <message>
        <source>继续</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>WorkCard</name>
    <message>
        <source>县里没有入账。请按原因改正后重新办理，再标为已处理。</source>
        <translation>The county did not book it. Put it right, do it again, then mark it as settled.</translation>
    </message>
    <message>
        <source>不用重新办理：条件到了县里会自己入账，这一条也会自己消失。</source>
        <translation>Do not do it again: the county books it by itself in time, and this goes away.</translation>
    </message>
    <message>
        <source>这一笔是本机数据的另一份拷贝写的，县里没有入账。请和写它的人核对：需要的在本机重新办理，再标为已处理。</source>
        <translation>Another copy of this laptop&apos;s data wrote it, and the county did not book it. Ask whoever wrote it; do again here what is wanted, then mark it as settled.</translation>
    </message>
    <message>
        <source>本机数据恢复过，这一笔没有照做。请核对两边的内容：需要的重新办理，再标为已处理。</source>
        <translation>This laptop was restored, and this was not done again. Compare both sides; do again what is wanted, then mark it as settled.</translation>
    </message>
    <message>
        <source>请和那个村核对，由一方办理迁出或更正。县里再对一次，没有了就自己消失。</source>
        <translation>Compare with the other village; one side moves the person out or corrects it. It goes away once the county no longer finds it.</translation>
    </message>
    <message>
        <source>点“去办理”：核对来的是谁，收下并给户编号，或写明原因退回。</source>
        <translation>Press “Go there”: see who comes, take them in with a number, or send them back with a reason.</translation>
    </message>
    <message>
        <source>那个村已经收下，不用再办；看过后标为已处理。</source>
        <translation>The other village has taken them in; mark it as settled once read.</translation>
    </message>
    <message>
        <source>请和那个村核对，由一方冲销。县里再对一次，没有了就自己消失。</source>
        <translation>Compare with the other village; one side reverses it. It goes away once the county no longer finds it.</translation>
    </message>
    <message>
        <source>请和本人、那个村核对：要缴的在本村登记，再标为已处理。那个村重新登记了同一笔，会自己消失。</source>
        <translation>Check with the person and that village: if it is to be paid, record it here, then mark this as dealt with. It goes by itself when that village records the same again.</translation>
    </message>
    <message>
        <source>本村记着的原村缴费不会自己改。请和那个村核对，核对后标为已处理。</source>
        <translation>What this village has on record of it does not change by itself. Check with that village, then mark it as dealt with.</translation>
    </message>
    <message>
        <source>不会自动记到本村。核对后标为已处理；那个村冲销了这一笔，会自己消失。</source>
        <translation>It is not recorded here by itself. Check it, then mark it as dealt with; when that village takes the payment back, this goes by itself.</translation>
    </message>
    <message>
        <source>都带来以后，这一条会自己消失。</source>
        <translation>Once all of it has come, this goes by itself.</translation>
    </message>
    <message>
        <source>{when} 县里的回执不再提到，已自行了结</source>
        <translation>{when} the county&apos;s answer no longer names it; it settled itself</translation>
    </message>
    <message>
        <source>没有写处理情况</source>
        <translation>no word on how</translation>
    </message>
    <message>
        <source>{when} {by} 标为已处理：{how}</source>
        <translation>{when} {by} marked it as settled: {how}</translation>
    </message>
    <message>
        <source>第 {number} 号&#x3000;{kind}</source>
        <translation>No. {number}&#x3000;{kind}</translation>
    </message>
    <message>
        <source>{when} {by} 办理：</source>
        <translation>{when} {by}: </translation>
    </message>
    <message>
        <source>本机写的</source>
        <translation>Our own</translation>
    </message>
    <message>
        <source>县里已有的</source>
        <translation>At the county</translation>
    </message>
    <message>
        <source>（空）</source>
        <translation>(empty)</translation>
    </message>
</context>
<context>
    <name>WorkSection</name>
    <message>
        <source>待处理</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>去办理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>标为已处理…</source>
        <translation>Mark as settled…</translation>
    </message>
</context>
<context>
    <name>WorkView</name>
    <message>
        <source>标为已处理…</source>
        <translation>Mark as settled…</translation>
    </message>
    <message>
        <source>去办理</source>
        <translation>Go there</translation>
    </message>
    <message>
        <source>待处理</source>
        <translation>To settle</translation>
    </message>
    <message>
        <source>已处理</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>类别</source>
        <translation>Class</translation>
    </message>
    <message>
        <source>事项</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>待处理（{n}）</source>
        <translation>To settle ({n})</translation>
    </message>
    <message>
        <source>没有要处理的</source>
        <translation>Nothing to settle</translation>
    </message>
    <message>
        <source>县里退回的、暂存的，还有两边不一致的，导入后会列在这里和住户页面上。</source>
        <translation>What the county sends back or holds, and what does not agree, stands here and on the household&apos;s page after an import.</translation>
    </message>
    <message>
        <source>还没有处理过的</source>
        <translation>Nothing was settled yet</translation>
    </message>
    <message>
        <source>标为已处理的会留在这里，写着谁、什么时候、怎么处理的。</source>
        <translation>What was settled stays here, with who, when and how.</translation>
    </message>
</context>
<context>
    <name>_CardDelegate</name>
    <message>
        <source>{group}&#x3000;{members} 人</source>
        <translation>{group}  people: {members}</translation>
    </message>
    <message>
        <source>类别待提出</source>
        <translation>class to propose</translation>
    </message>
    <message>
        <source>申请 {day}</source>
        <translation>applied {day}</translation>
    </message>
    <message>
        <source>复核 {day}</source>
        <translation>review {day}</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>选择种类</source>
        <translation>Choose a kind</translation>
    </message>
    <message>
        <source>去掉这一行</source>
        <translation>Take this line away</translation>
    </message>
</context>
<context>
    <name>dialog</name>
    <message>
        <source>登记困难身份</source>
        <translation>Record hardship status</translation>
    </message>
    <message>
        <source>修改困难身份：{name}</source>
        <translation>Correct hardship status: {name}</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>没有密码：请用 --password-file 指定密码文件，或设置环境变量 CLERK_PASSWORD。</source>
        <translation>No password: name a password file with --password-file, or set the environment variable CLERK_PASSWORD.</translation>
    </message>
    <message>
        <source>找不到案例文件“{file}”，请核对路径。</source>
        <translation>Cannot find the case file &quot;{file}&quot;: check the path.</translation>
    </message>
    <message>
        <source>案例文件“{file}”打不开：{why}</source>
        <translation>Cannot open the case file &quot;{file}&quot;: {why}</translation>
    </message>
    <message>
        <source>收入写成 种类=元，种类可选 {kinds}。</source>
        <translation>Write income as kind=yuan; the kinds are {kinds}.</translation>
    </message>
    <message>
        <source>没有编号为“{number}”的低保档案：请用 clerk dibao list 查看。</source>
        <translation>No dibao case has the number &quot;{number}&quot;: clerk dibao list shows them.</translation>
    </message>
    <message>
        <source>私钥文件读不了：请检查路径 {path}。</source>
        <translation>Cannot read the private key file: check the path {path}.</translation>
    </message>
    <message>
        <source>没有恢复密钥：请用 --recovery-file 指定文件。</source>
        <translation>No recovery key: name its file with --recovery-file.</translation>
    </message>
    <message>
        <source>第 {number} 号变更记录与它的校验值不符，文件可能被改动：请重新导出后再试。</source>
        <translation>Journal entry {number} does not fit its hash; the file may have been changed: export again and retry.</translation>
    </message>
    <message>
        <source>变更记录的格式不对，文件可能损坏：请重新导出后再试。</source>
        <translation>The journal entries are malformed; the file may be damaged: export again and retry.</translation>
    </message>
    <message>
        <source>日期“{text}”看不懂或不存在：请按 2018-06-30 这样填写。</source>
        <translation>&quot;{text}&quot; is no date: write it like 2018-06-30.</translation>
    </message>
    <message>
        <source>没有填姓名：请填写姓名。</source>
        <translation>No name: enter one.</translation>
    </message>
    <message>
        <source>姓名有 {length} 个字，超过 {longest} 个字：请检查是否填错了格。</source>
        <translation>The name has {length} characters, more than {longest}: check that it is in the right field.</translation>
    </message>
    <message>
        <source>姓名里有看不见的字符（{code}）：请删去重新填写。</source>
        <translation>The name has an invisible character ({code}): delete it and type the name again.</translation>
    </message>
    <message>
        <source>金额“{text}”看不懂：请只填数字，最多两位小数,如 1200 或 1200.50。</source>
        <translation>&quot;{text}&quot; is no amount: digits only, at most two decimals, such as 1200 or 1200.50.</translation>
    </message>
    <message>
        <source>“{name}”里的文字编码认不出：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>The text encoding of &quot;{name}&quot; is not known: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{name}”不是表格文本或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>&quot;{name}&quot; is no table of text, or damaged: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{name}”不是 Excel 工作簿或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>&quot;{name}&quot; is no Excel workbook, or damaged: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{dir}”里没有政策包：每个政策包是一个文件夹，里面有 pack.toml。</source>
        <translation>No policy pack in &quot;{dir}&quot;: a pack is a folder with a pack.toml.</translation>
    </message>
    <message>
        <source>本地标准写成 名称=值，如 dibao_standard=420.00，现在是“{text}”。</source>
        <translation>Write a local value as name=value, such as dibao_standard=420.00; this is &quot;{text}&quot;.</translation>
    </message>
    <message>
        <source>“{name}”是 Excel 打开文件时的临时文件：请关闭 Excel，选名册本身。</source>
        <translation>&quot;{name}&quot; is a temporary file of Excel: close Excel and choose the register itself.</translation>
    </message>
    <message>
        <source>“{name}”是空文件：请检查是否复制完整。</source>
        <translation>&quot;{name}&quot; is empty: check that it was copied whole.</translation>
    </message>
    <message>
        <source>“{name}”太大，超过 {megabytes} MB：请确认选对了文件，或分成几个文件。</source>
        <translation>&quot;{name}&quot; is larger than {megabytes} MB: check that it is the right file, or split it.</translation>
    </message>
    <message>
        <source>“{name}”有打开密码：请在 Excel 里取消密码后另存，再导入。</source>
        <translation>&quot;{name}&quot; has a password: remove it in Excel, save and import again.</translation>
    </message>
    <message>
        <source>“{name}”的前 {within} 行里没有找到表头：表头一行要有“姓名”“公民身份号码”“与户主关系”等标题。</source>
        <translation>No headings in the first {within} rows of &quot;{name}&quot;: one row needs 姓名 (name), 公民身份号码 (identity number), 与户主关系 (relation to head) and so on.</translation>
    </message>
    <message>
        <source>工作日数应在 1 到 {most} 之间：请核对。</source>
        <translation>The number of working days should be between 1 and {most}: please check.</translation>
    </message>
    <message>
        <source>“{name}”正被 Excel 占用或没有权限读取：请关闭 Excel 后再试。</source>
        <translation>&quot;{name}&quot; is open in Excel or may not be read: close Excel and retry.</translation>
    </message>
    <message>
        <source>“{name}”读不出来（{reason}）：请把文件复制到电脑上再试。</source>
        <translation>Cannot read &quot;{name}&quot; ({reason}): copy it to this computer and retry.</translation>
    </message>
    <message>
        <source>“{name}”是文件夹：请选里面的 .xlsx 或 .csv 文件。</source>
        <translation>&quot;{name}&quot; is a folder: choose an .xlsx or .csv file in it.</translation>
    </message>
    <message>
        <source>“{name}”不是文件：请选 .xlsx 或 .csv 文件。</source>
        <translation>&quot;{name}&quot; is no file: choose an .xlsx or .csv file.</translation>
    </message>
    <message>
        <source>“{name}”超过 {rows} 行：请按村或按组分成几个文件，再分别导入。</source>
        <translation>&quot;{name}&quot; has more than {rows} rows: split it by village or group and import the parts.</translation>
    </message>
    <message>
        <source>“{name}”不是住户名册，缺少列“{missing}”：请在表头补上这一列，一人一行填写。</source>
        <translation>&quot;{name}&quot; is no household register; the column &quot;{missing}&quot; is missing: add it, one person a row.</translation>
    </message>
    <message>
        <source>出生日期“{text}”在今天之后或早于 130 年前：请核对。</source>
        <translation>The birth date &quot;{text}&quot; lies in the future or more than 130 years back: check it.</translation>
    </message>
    <message>
        <source>“{name}”展开后太大，不像正常的名册：请确认选对了文件。</source>
        <translation>&quot;{name}&quot; unpacks to far too much for a register: check that it is the right file.</translation>
    </message>
    <message>
        <source>“{name}”是压缩包，不是 Excel 工作簿：请先解压，再选里面的 .xlsx 文件。</source>
        <translation>&quot;{name}&quot; is an archive, no workbook: unpack it and choose the .xlsx file in it.</translation>
    </message>
    <message>
        <source>报送文件的内部结构不对，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation>The packet is malformed; it was changed or comes from another program: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件里有 {count} 个文件，超过 {most} 个：不是本程序做的，不能导入。</source>
        <translation>The packet holds {count} files, more than {most}: it comes from another program and cannot be imported.</translation>
    </message>
    <message>
        <source>报送文件里“{name}”出现了两次，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation>&quot;{name}&quot; is in the packet twice; it was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件的清单看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation>The packet&apos;s manifest cannot be read; it was changed or comes from another program: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件里的变更记录看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation>The packet&apos;s journal entries cannot be read; it was changed or comes from another program: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件里缺少“{name}”，文件不完整或被改动过：请回到原来的电脑重新导出。</source>
        <translation>&quot;{name}&quot; is missing from the packet; it is incomplete or was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>要带走的内容太多，一个报送文件装不下（最多 {most} MB、{files} 个附件）：请先导入县里的回执再导出。</source>
        <translation>Too much for one packet (at most {most} MB and {files} attachments): import the county&apos;s receipt first, then export.</translation>
    </message>
    <message>
        <source>文件太大，超过 {most} MB：不是本程序做的报送文件。</source>
        <translation>The file is larger than {most} MB: it is no packet of this program.</translation>
    </message>
    <message>
        <source>报送文件的签名不对，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation>The packet&apos;s signature is wrong; it was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>不认识这份文件的发送方（指纹 {fingerprint}）：请先当面核对指纹并登记，再导入。</source>
        <translation>The sender of this file is unknown (fingerprint {fingerprint}): compare the fingerprint in person and register it, then import.</translation>
    </message>
    <message>
        <source>报送文件里文件的次序不对，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation>The packet&apos;s parts are out of order; it was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>这份报送文件是较新版本的程序做的（格式 {format}）：请先升级本程序再导入。</source>
        <translation>A newer version made this packet (format {format}): update this program, then import.</translation>
    </message>
    <message>
        <source>报送文件里多了清单上没有的“{name}”，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation>&quot;{name}&quot; is in the packet but not in its manifest; it was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件的清单里有不该有的名字“{name}”：请回到原来的电脑重新导出。</source>
        <translation>The packet&apos;s manifest holds the forbidden name &quot;{name}&quot;: write it again on the first computer.</translation>
    </message>
    <message>
        <source>报送文件里的“{name}”与清单上的校验值不符，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation>&quot;{name}&quot; in the packet does not fit the hash in the manifest; it was changed: write it again on the first computer.</translation>
    </message>
    <message>
        <source>变更记录的起止号或件数与清单不符：请回到原来的电脑重新导出。</source>
        <translation>First number, last number or count of the journal entries differ from the manifest: write the packet again on the first computer.</translation>
    </message>
    <message>
        <source>最后一号变更记录与清单上的链头不符：请回到原来的电脑重新导出。</source>
        <translation>The last journal entry is not the chain head of the manifest: write the packet again on the first computer.</translation>
    </message>
    <message>
        <source>缴费金额合计与清单不符：请回到原来的电脑重新导出。</source>
        <translation>The sum of contributions differs from the manifest: write the packet again on the first computer.</translation>
    </message>
    <message>
        <source>第 {number} 号变更记录不是这台电脑这一期的：请回到原来的电脑重新导出。</source>
        <translation>Journal entry {number} is not of this computer and epoch: write the packet again on the first computer.</translation>
    </message>
    <message>
        <source>第 {number} 号变更记录接不上前一号，中间缺了或被改动过：请回到原来的电脑重新导出。</source>
        <translation>Journal entry {number} does not follow the one before; one is missing or changed: write the packet again on the first computer.</translation>
    </message>
    <message>
        <source>县里来文的内容看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新发。</source>
        <translation>The county&apos;s publication cannot be understood: it was not made by this program, or by another version. Upgrade the program, or ask the county to send it again.</translation>
    </message>
    <message>
        <source>这是私钥，不能填在这里，也不要发给别人：请填以 age1 开头的县公钥。</source>
        <translation>This is a private key; it does not belong here and nobody else may see it. Enter the county&apos;s public key, which begins with age1.</translation>
    </message>
    <message>
        <source>还没有县公钥，不能封装报送文件：请先在设置里填写县公钥。</source>
        <translation>No county key yet, so no packet can be sealed: enter it in Settings first.</translation>
    </message>
    <message>
        <source>这份文件是较新版本的程序做的：请先升级本程序再打开。</source>
        <translation>A newer version made this file: update this program, then open it.</translation>
    </message>
    <message>
        <source>文件不完整，像是没有复制完就拔了优盘：请回到原来的电脑重新导出。</source>
        <translation>The file is incomplete, as if the stick was pulled out too early: write it again on the first computer.</translation>
    </message>
    <message>
        <source>县公钥不对：应是以 age1 开头的 62 个字符，请从县里给的文件里完整复制。</source>
        <translation>This is no county key: it has 62 characters and begins with age1. Copy it whole from the county&apos;s file.</translation>
    </message>
    <message>
        <source>私钥不对，可能抄漏了字：请核对 AGE-SECRET-KEY- 开头的那一行。</source>
        <translation>This is no private key; a character may be missing: check the line that begins with AGE-SECRET-KEY-.</translation>
    </message>
    <message>
        <source>文件已损坏：可能没有复制完整，也可能被改动过。请回到原来的电脑重新导出。</source>
        <translation>The file is damaged: not copied whole, or changed. Write it again on the first computer.</translation>
    </message>
    <message>
        <source>打不开：这份文件不是封给本单位密钥的，或文件开头已损坏。请核对是不是给本单位的文件。</source>
        <translation>Cannot open: the file is not sealed to your key, or its beginning is damaged. Check that it is meant for your office.</translation>
    </message>
    <message>
        <source>文件 {name} 太大，超过 {most} MB：不是本程序做的报送文件。</source>
        <translation>The file {name} is larger than {most} MB: it is no packet of this program.</translation>
    </message>
    <message>
        <source>找不到文件 {name}：请检查路径，并确认优盘已插好。</source>
        <translation>Cannot find {name}: check the path and that the stick is in.</translation>
    </message>
    <message>
        <source>文件 {name} 读不出来（{reason}）：请确认优盘没有拔掉，重新插好后再试。</source>
        <translation>Cannot read {name} ({reason}): plug the stick in again and retry.</translation>
    </message>
    <message>
        <source>文件夹 {name} 读不了（{reason}）：请检查优盘和文件夹的权限，重新插好后再试。</source>
        <translation>The folder {name} cannot be read ({reason}): check the stick and the rights of the folder, plug it in again and retry.</translation>
    </message>
    <message>
        <source>“{name}”是文件夹：请写上文件名。</source>
        <translation>&quot;{name}&quot; is a folder: add a file name.</translation>
    </message>
    <message>
        <source>“{name}”不是普通文件，不能写在它的位置：请换一个文件名。</source>
        <translation>&quot;{name}&quot; is no ordinary file and cannot be written over: take another file name.</translation>
    </message>
    <message>
        <source>文件夹“{name}”不存在：请先建立，或换一个位置。</source>
        <translation>The folder &quot;{name}&quot; does not exist: make it first, or take another place.</translation>
    </message>
    <message>
        <source>“{name}”没有写成（{reason}）：请关闭打开着它的程序，检查磁盘空间和权限，或换一个文件夹。</source>
        <translation>&quot;{name}&quot; was not written ({reason}): close the program that has it open, check space and permissions, or take another folder.</translation>
    </message>
    <message>
        <source>规则 {rule} 要看的情况不在名册的各列里，不能成批计算，请逐户判断。</source>
        <translation>Rule {rule} needs facts that are in no column of the register, so it cannot be computed in bulk: judge household by household.</translation>
    </message>
    <message>
        <source>要判断低保，请先填写本地低保标准（每人每月）。</source>
        <translation>To judge dibao, first enter the local dibao standard (a month a head).</translation>
    </message>
    <message>
        <source>{year}年没有{tier}元这一档，可选：{tiers}。</source>
        <translation>{year} has no tier of {tier} yuan; there are {tiers}.</translation>
    </message>
    <message>
        <source>“{text}”看不懂：请填“是”或“否”。</source>
        <translation>&quot;{text}&quot; is not understood: enter 是 (yes) or 否 (no).</translation>
    </message>
    <message>
        <source>“{text}”不能是负数，请改正。</source>
        <translation>&quot;{text}&quot; cannot be negative: correct it.</translation>
    </message>
    <message>
        <source>分类保障金额要同时写明A、B、C三类。</source>
        <translation>Amounts by class need all of A, B and C.</translation>
    </message>
    <message>
        <source>政策包名称“{pack}”只能用小写英文字母、数字和下划线。</source>
        <translation>The pack name &quot;{pack}&quot; may hold only lower-case letters, digits and underscores.</translation>
    </message>
    <message>
        <source>没有名为“{pack}”的政策包，请核对名称。</source>
        <translation>There is no policy pack &quot;{pack}&quot;: check the name.</translation>
    </message>
    <message>
        <source>政策包“{pack}”绕了一圈又引用自己，请改正 extends。</source>
        <translation>The policy pack &quot;{pack}&quot; extends itself in a circle: correct its extends.</translation>
    </message>
    <message>
        <source>政策包 {pack} 读不了：{reason}。请改正文件后再试。</source>
        <translation>Cannot read the policy pack {pack}: {reason}. Correct the file and retry.</translation>
    </message>
    <message>
        <source>政策包“{title}”里没有规则 {rule}。</source>
        <translation>The policy pack &quot;{title}&quot; has no rule {rule}.</translation>
    </message>
    <message>
        <source>政策包“{title}”没有{on}的复核周期。</source>
        <translation>The policy pack &quot;{title}&quot; has no review period on {on}.</translation>
    </message>
    <message>
        <source>本村还没有登记县里：请先到“报送 → 登记”（或用 clerk enrol）打开县里的邀请。</source>
        <translation>This village is not enrolled with a county yet: open the county&apos;s invitation under Exchange → Enrol (or with clerk enrol) first.</translation>
    </message>
    <message>
        <source>不认识这份文件的发送方（指纹 {fingerprint}），它不是本村登记的县：请先和县里当面核对，再到“报送 → 登记”重新登记。</source>
        <translation>The sender of this file (fingerprint {fingerprint}) is not the county of this village: compare it in person with the county, then enrol again under Exchange → Enrol.</translation>
    </message>
    <message>
        <source>这份{what}已在 {day} 过期：请向县里要新的{what}；如果没有过期，请检查电脑的日期。</source>
        <translation>This {what} expired on {day}. Ask the county for a new {what}; if it has not expired, check the computer&apos;s date.</translation>
    </message>
    <message>
        <source>这份来文（第 {number} 号）比已收到的第 {newest} 号旧：请用县里最新的来文。</source>
        <translation>This publication (no. {number}) is older than no. {newest}, which has come already. Use the county&apos;s newest.</translation>
    </message>
    <message>
        <source>这份回执（第 {number} 号）不比已导入的第 {newest} 号新：请导入县里最新的回执；它就是最新的，请先报送一次，再要一份回执。</source>
        <translation>This answer (no. {number}) is not newer than no. {newest}, which was imported: import the county&apos;s newest answer; if it is the newest, export once and ask for another answer.</translation>
    </message>
    <message>
        <source>“{name}”不是照片或 PDF：只收 JPG、PNG 和 PDF 文件。</source>
        <translation>“{name}” is neither a picture nor a PDF: only JPG, PNG and PDF files are taken.</translation>
    </message>
    <message>
        <source>“{name}”有 {size} MB，超过 {most} MB：请用较低的分辨率重新拍照或扫描。</source>
        <translation>“{name}” has {size} MB, more than {most} MB: please take or scan it again at a lower resolution.</translation>
    </message>
    <message>
        <source>文字太长：最多 {most} 个字。</source>
        <translation>The text is too long: at most {most} characters.</translation>
    </message>
    <message>
        <source>附件“{name}”还没有从另一台电脑传来：请导入县里最新的回执后再看。</source>
        <translation>The attachment “{name}” has not come from the other laptop yet: please import the county&apos;s newest answer first.</translation>
    </message>
    <message>
        <source>附件“{name}”的内容与登记时不同，可能已损坏：请用最近的备份恢复。</source>
        <translation>The attachment “{name}” is not what was attached, perhaps damaged: please restore the latest backup.</translation>
    </message>
    <message>
        <source>请填写移除原因，例如“拍错了人”。</source>
        <translation>Please say why it is taken away, for example the wrong person.</translation>
    </message>
    <message>
        <source>文件“{name}”读不出来：请检查它还在不在、是否正被别的程序占用。</source>
        <translation>The file “{name}” cannot be read: please check that it is still there and not held by another program.</translation>
    </message>
    <message>
        <source>这个人不属于这一户：请在他现在的户里添加附件。</source>
        <translation>This person does not belong to the household: please attach it in the present one.</translation>
    </message>
    <message>
        <source>找不到这个附件：请刷新后重试。</source>
        <translation>There is no such attachment: please refresh and try again.</translation>
    </message>
    <message>
        <source>这个附件已经移除：不用再办。</source>
        <translation>This attachment has been taken away: nothing to do.</translation>
    </message>
    <message>
        <source>这个文件已经添加过（{name}）：不用再添加。</source>
        <translation>This file has been attached already ({name}): nothing to do.</translation>
    </message>
    <message>
        <source>请填写银行账号。</source>
        <translation>Please enter the account number.</translation>
    </message>
    <message>
        <source>银行账号应是 {shortest} 到 {longest} 位数字：请照卡面或存折填写。</source>
        <translation>An account number has {shortest} to {longest} digits: please copy it from the card or passbook.</translation>
    </message>
    <message>
        <source>两次填写的账号不一样：请对照卡面重新填写。</source>
        <translation>The two numbers differ: please enter them again from the card.</translation>
    </message>
    <message>
        <source>请填写开户行，例如“农村信用社”。</source>
        <translation>Please enter the bank, for example the rural credit cooperative.</translation>
    </message>
    <message>
        <source>启用日期不能在今天之后：请核对。</source>
        <translation>The first day cannot lie after today: please check.</translation>
    </message>
    <message>
        <source>请填写停用原因，例如“换卡”“本人去世”。</source>
        <translation>Please say why it ends, for example a new card or a death.</translation>
    </message>
    <message>
        <source>停用日期不能在今天之后：请核对。</source>
        <translation>The last day cannot lie after today: please check.</translation>
    </message>
    <message>
        <source>找不到这个账户：请刷新后重试。</source>
        <translation>There is no such account: please refresh and try again.</translation>
    </message>
    <message>
        <source>这个卡号的校验位不对，可能输错了一位：请对照卡面再看一遍。</source>
        <translation>The card number&apos;s check digit is wrong, perhaps one digit was mistyped: please compare with the card.</translation>
    </message>
    <message>
        <source>这个账号已登记在{names}名下：如果是代领，请在户名里写明。</source>
        <translation>This number is already an account of {names}: if somebody collects for another, please name the holder.</translation>
    </message>
    <message>
        <source>这个账户已在 {day} 停用：不用再办。</source>
        <translation>This account ended on {day}: nothing to do.</translation>
    </message>
    <message>
        <source>停用日期早于启用日期 {day}：请核对。</source>
        <translation>The last day is before the first day, {day}: please check.</translation>
    </message>
    <message>
        <source>{name}的{purpose}已有在用账户（{number}）：换卡请选“停用原来的账户”。</source>
        <translation>{name} already has an account in use for {purpose} ({number}): for a new card choose to end the old account.</translation>
    </message>
    <message>
        <source>新账户的启用日期要在原账户启用日期 {day} 之后：请核对。</source>
        <translation>The new account must begin after the old one&apos;s first day, {day}: please check.</translation>
    </message>
    <message>
        <source>一户必须有且只有一位户主：请检查“与户主关系”。</source>
        <translation>A household must have exactly one head: check the relations to the head.</translation>
    </message>
    <message>
        <source>别的电脑的变更前后接不上，这份回执不能导入：请向县里要新的回执。</source>
        <translation>The other computers&apos; acts do not follow each other, so this answer cannot be imported: ask the county for a new one.</translation>
    </message>
    <message>
        <source>请写明处理的理由，最多 {most} 个字。</source>
        <translation>Give the reason, {most} characters at most.</translation>
    </message>
    <message>
        <source>有几份不同的内容：请选定其中一份。</source>
        <translation>There are several values: choose one of them.</translation>
    </message>
    <message>
        <source>这一件已经办结，或又有了新的内容：请刷新后再看。</source>
        <translation>This is settled already, or another value has come: refresh and look again.</translation>
    </message>
    <message>
        <source>这一件不能这样处理：请从列出的做法里选。</source>
        <translation>This cannot be settled that way: choose one of those listed.</translation>
    </message>
    <message>
        <source>村代码 {code} 不是本县（{region}）的：请核对后填写。</source>
        <translation>The village code {code} does not belong to this county ({region}): please check it.</translation>
    </message>
    <message>
        <source>第一次准入要填村里念给您的本机指纹：请用 --fingerprint 填上八组四位数字。</source>
        <translation>The first admission needs the fingerprint as the village reads it to you: give the eight groups of four digits with --fingerprint.</translation>
    </message>
    <message>
        <source>指纹不符：村里念的与收到的（{mark}）不同，不能准入。请和村里再核对一遍。</source>
        <translation>The fingerprints differ: what the village read is not what came ({mark}). Not admitted; compare once more with the village.</translation>
    </message>
    <message>
        <source>这个村已有一台准入的电脑（{install}）：换电脑时请先用 clerk county revoke 撤销旧的；确是村里的另一台电脑，请核对指纹后加 --second。</source>
        <translation>This village has an admitted computer ({install}): when it was replaced, revoke the old one first with clerk county revoke; if this is another computer of the village, compare the fingerprint and add --second.</translation>
    </message>
    <message>
        <source>名称应是 1 到 {most} 个字。</source>
        <translation>The title should have 1 to {most} characters.</translation>
    </message>
    <message>
        <source>止日 {to_on} 早于起日 {from_on}：请改正。</source>
        <translation>The last day {to_on} is before the first day {from_on}. Correct it.</translation>
    </message>
    <message>
        <source>止日 {to_on} 已经过了，发下去也不会生效：请改正。</source>
        <translation>The last day {to_on} has passed; it would never take effect. Correct it.</translation>
    </message>
    <message>
        <source>还没有准入的电脑，没有可发的对象：请先导入村里的报送包并准入。</source>
        <translation>No computer is admitted yet, so there is nobody to send to. First take in a village&apos;s packet and admit its computer.</translation>
    </message>
    <message>
        <source>没有收到报送包，没有可打印的交接单：请检查优盘。</source>
        <translation>No packet was taken in, so there is no hand-over slip to print: check the stick.</translation>
    </message>
    <message>
        <source>请填写县里停止保障文书的文号：村里不能自行停保。</source>
        <translation>Enter the number of the county&apos;s paper: the village never stops aid by itself.</translation>
    </message>
    <message>
        <source>退出日期不能在今天之后：请照文书填写。</source>
        <translation>The day of the end cannot be in the future: enter it as on the paper.</translation>
    </message>
    <message>
        <source>请照文书填写退出原因。</source>
        <translation>Enter the reason as on the paper.</translation>
    </message>
    <message>
        <source>只有在保的家庭才能登记退出：这份档案是“{stage}”。</source>
        <translation>Only a granted case can end: this one is at &quot;{stage}&quot;.</translation>
    </message>
    <message>
        <source>退出日期早于县里确认的日期 {day}：请照文书填写。</source>
        <translation>The end is earlier than the county&apos;s decision of {day}: enter it as on the paper.</translation>
    </message>
    <message>
        <source>听取意见的日期早于县里确认的日期 {day}：请核对。</source>
        <translation>The hearing is earlier than the county&apos;s decision of {day}: check it.</translation>
    </message>
    <message>
        <source>停保前必须先听取意见（社会救助法 第四十八条）：请填写听取意见的日期。</source>
        <translation>The household must be heard before aid stops (Social Assistance Law, article 48): enter the day of the hearing.</translation>
    </message>
    <message>
        <source>要先听取意见，再停止保障：听取意见的日期不能晚于退出日期。</source>
        <translation>First the hearing, then the end: the hearing cannot be later than the end.</translation>
    </message>
    <message>
        <source>请写明怎样确认不是同一人，例如“见过两人身份证”。</source>
        <translation>Please say how you made sure they are two people, for example “saw both identity cards”.</translation>
    </message>
    <message>
        <source>请写明怎样确认是同一人，例如“本人到场核对户口簿”。</source>
        <translation>Please say how you made sure it is one person, for example “came in person with the household book”.</translation>
    </message>
    <message>
        <source>这是同一条记录：请选两条不同的记录。</source>
        <translation>This is one and the same record: please choose two different ones.</translation>
    </message>
    <message>
        <source>两条记录都登记了 {year} 年{insurance}缴费：请先冲销多出来的一笔，再合并。</source>
        <translation>Both records have a {year} payment for {insurance}: please reverse the surplus one first, then merge.</translation>
    </message>
    <message>
        <source>要合并掉的一条是户主，户里还有 {count} 人：请先变更那一户的户主。</source>
        <translation>The record to be merged is the head over {count} others: please change that household&apos;s head first.</translation>
    </message>
    <message>
        <source>合并后那一户就没有人了，可是低保还在办：请先办结那一户的低保。</source>
        <translation>That household would be empty while its dibao case runs: please end the case first.</translation>
    </message>
    <message>
        <source>一条登记为去世、另一条在世：请先核对并更正死亡登记，再合并。</source>
        <translation>One is registered as dead, the other as living: please correct the death first, then merge.</translation>
    </message>
    <message>
        <source>其中一条记录已经合并过了：请刷新列表后重试。</source>
        <translation>One of the records has been merged already: please refresh the list and try again.</translation>
    </message>
    <message>
        <source>这两条记录已经确认不是同一人：如果弄错了，请先核对原来写的理由。</source>
        <translation>These two have been confirmed as two people: if that was wrong, please check the reason given then.</translation>
    </message>
    <message>
        <source>本村已登记在“{name}”，这份邀请是另一把密钥（指纹 {mark}）：确要更换，请照县里的纸条填上新的指纹。</source>
        <translation>This village is enrolled with “{name}”, and this invitation has another key (fingerprint {mark}): to change, type the new fingerprint from the county&apos;s slip.</translation>
    </message>
    <message>
        <source>一次最多贴 {most} 行：再多请存成 Excel 文件，用“从名册导入”。</source>
        <translation>At most {most} rows can be pasted at once: save more as an Excel file and use the import.</translation>
    </message>
    <message>
        <source>剪贴板里的内容太长，贴不进来：请从 Excel 里重新复制要用的几列。</source>
        <translation>What is on the clipboard is too long to paste: copy the columns you need from Excel again.</translation>
    </message>
    <message>
        <source>看过以后登记的内容有了变化：请重新看一遍要发生的变动，再确认。</source>
        <translation>The register has changed since you looked: look at what will happen once more, then confirm.</translation>
    </message>
    <message>
        <source>{name}没有登记死亡：不用更正。</source>
        <translation>{name} is not registered as dead: there is nothing to correct.</translation>
    </message>
    <message>
        <source>日期早于登记的死亡日期 {day}：请核对。</source>
        <translation>The day is before the registered day of death {day}: please check.</translation>
    </message>
    <message>
        <source>入户日期早于出生日期 {day}：请核对。</source>
        <translation>The day of joining is before the birth date {day}: please check.</translation>
    </message>
    <message>
        <source>{name}登记的性别是男，不能填作母亲：请重新选。</source>
        <translation>{name} is registered as a man and cannot be the mother: choose again.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 登记去世，早于孩子出生：请核对。</source>
        <translation>{name} is registered as having died on {day}, before the birth: please check.</translation>
    </message>
    <message>
        <source>{name}已经是户主：请选另一位成员。</source>
        <translation>{name} is the head already: choose another member.</translation>
    </message>
    <message>
        <source>变更日期早于新旧户主的入户日期：请核对。</source>
        <translation>The day is before the old or the new head joined the household: please check.</translation>
    </message>
    <message>
        <source>请填写调到哪个村民小组。</source>
        <translation>Say to which group the household moves.</translation>
    </message>
    <message>
        <source>{number} 户已经在{group}：没有变化。</source>
        <translation>Household {number} is in {group} already: nothing changes.</translation>
    </message>
    <message>
        <source>请填写新的公民身份号码。</source>
        <translation>Enter the new identity number.</translation>
    </message>
    <message>
        <source>号码和登记的一样：没有变化。</source>
        <translation>The number is the one on file: nothing changes.</translation>
    </message>
    <message>
        <source>新号码表示{sex}性，登记的是{own}性：请选定以哪个为准。</source>
        <translation>The new number says {sex}, the register {own}: choose which counts.</translation>
    </message>
    <message>
        <source>死亡日期早于出生日期 {day}：请核对。</source>
        <translation>The day of death is before the birth date {day}: please check.</translation>
    </message>
    <message>
        <source>养老金不会已发到今天以后：请核对发放到哪个月。</source>
        <translation>A pension is not paid for months to come: check up to which month it was paid.</translation>
    </message>
    <message>
        <source>月养老金不能是负数：请核对。</source>
        <translation>The monthly pension cannot be negative: please check.</translation>
    </message>
    <message>
        <source>选的人现在不在 {number} 户：请刷新后重新选。</source>
        <translation>The person chosen does not belong to household {number} now: refresh and choose again.</translation>
    </message>
    <message>
        <source>{number} 户已于 {day} 销户，不能再办这件事：请选别的住户。</source>
        <translation>Household {number} was closed on {day}: choose another one.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 登记去世：请核对。</source>
        <translation>{name} is registered as having died on {day}: please check.</translation>
    </message>
    <message>
        <source>{name}现在不属于本村任何一户：请先用“返回”登记入户。</source>
        <translation>{name} belongs to no household of the village now: enter the return first.</translation>
    </message>
    <message>
        <source>日期不能在今天之后：请核对。</source>
        <translation>The day cannot be after today: please check.</translation>
    </message>
    <message>
        <source>请写明原因或依据：这件事会留在变更记录里。</source>
        <translation>Give the reason or the evidence: it stays in the journal.</translation>
    </message>
    <message>
        <source>{name} {day} 才入户：日期要在这之后。</source>
        <translation>{name} joined the household only on {day}: the day must be after that.</translation>
    </message>
    <message>
        <source>新户主要从留下的成员里选：请重新选。</source>
        <translation>The new head must be one of those who stay: choose again.</translation>
    </message>
    <message>
        <source>{name}与新户主{head}是什么关系，从原来的关系推不出来：请选定。</source>
        <translation>What {name} is to the new head {head} does not follow from the relations so far: choose it.</translation>
    </message>
    <message>
        <source>{name}与新户主的关系代码“{code}”不对：请从列表里选。</source>
        <translation>The relation “{code}” of {name} to the new head is wrong: choose from the list.</translation>
    </message>
    <message>
        <source>请选{name}与户主的关系。</source>
        <translation>Choose what {name} is to the head.</translation>
    </message>
    <message>
        <source>{number} 户已经有户主：请选别的关系。</source>
        <translation>Household {number} has a head already: choose another relation.</translation>
    </message>
    <message>
        <source>户主没有离开：要换户主请用“户主变更”。</source>
        <translation>The head does not leave: use the change of head to have another one.</translation>
    </message>
    <message>
        <source>请选要走的成员，每人一次。</source>
        <translation>Choose who leaves, each person once.</translation>
    </message>
    <message>
        <source>预计返回的日期早于外出日期：请核对。</source>
        <translation>The expected return is before the departure: please check.</translation>
    </message>
    <message>
        <source>请填写迁到哪里。</source>
        <translation>Say where to.</translation>
    </message>
    <message>
        <source>{name}从 {day} 起已登记为{kind}：请先登记返回。</source>
        <translation>{name} has been away since {day} ({kind}): enter the return first.</translation>
    </message>
    <message>
        <source>请选返回的人，每人一次。</source>
        <translation>Choose who comes back, each person once.</translation>
    </message>
    <message>
        <source>{name}没有登记外出：不用办返回。</source>
        <translation>{name} is not registered as away: there is no return to enter.</translation>
    </message>
    <message>
        <source>{name}现在是另一户的成员：请用“成员转入另一户”。</source>
        <translation>{name} is a member of another household now: use the move to another household.</translation>
    </message>
    <message>
        <source>{number} 户已销户：重新立户必须有且只有一位户主。</source>
        <translation>Household {number} is closed: to open it again it needs exactly one head.</translation>
    </message>
    <message>
        <source>返回日期早于外出日期 {day}：请核对。</source>
        <translation>The return is before the departure on {day}: please check.</translation>
    </message>
    <message>
        <source>从外面一起来的孩子请另用“增加成员”登记。</source>
        <translation>Enter children who come along from outside with “add member”.</translation>
    </message>
    <message>
        <source>请填写嫁（婚）到哪里。</source>
        <translation>Say where the person marries to.</translation>
    </message>
    <message>
        <source>请选本村已登记的人，或填写从外面来的人，两者选一。</source>
        <translation>Choose somebody of the village or enter somebody from outside, one of the two.</translation>
    </message>
    <message>
        <source>分户时至少要有一人留下：全户都走请用“迁出”或“并户”。</source>
        <translation>At least one person must stay at a split: when all leave use moving away or a merge.</translation>
    </message>
    <message>
        <source>分出的新户必须有且只有一位户主，现在有 {heads} 位：请检查。</source>
        <translation>The new household needs exactly one head, now there are {heads}: please check.</translation>
    </message>
    <message>
        <source>不能把一户并入它自己：请选另一户。</source>
        <translation>A household cannot be merged into itself: choose another one.</translation>
    </message>
    <message>
        <source>选的人已经在这一户：请选另一户。</source>
        <translation>The person chosen is in this household already: choose another one.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 登记去世：如果弄错了，请先办“更正死亡登记”。</source>
        <translation>{name} is registered as having died on {day}: if that is wrong, correct the death first.</translation>
    </message>
    <message>
        <source>{name} {day} 才离户：日期要在这一天之后。</source>
        <translation>{name} left a household only on {day}: the day must be after that.</translation>
    </message>
    <message>
        <source>本机的另一个窗口或命令也在报送：请等它写完，再报送一次。</source>
        <translation>Another window or command of this laptop is writing a packet too: wait until it has finished, then export again.</translation>
    </message>
    <message>
        <source>还没有登记县里，报送包没有收件人：请到“报送 → 登记”打开县里的邀请，或到“设置 → 县级公钥”填入县里给的公钥。</source>
        <translation>Not enrolled with a county, so a packet has nobody to be sealed to: open the county&apos;s invitation under Exchange → Enrol, or give the county&apos;s public key under Settings → County key.</translation>
    </message>
    <message>
        <source>请写明办理结果，最多 {most} 个字。</source>
        <translation>Say how it came out, in {most} characters at the most.</translation>
    </message>
    <message>
        <source>这件事已在 {day} 办结：不用再办。</source>
        <translation>This was settled on {day}: there is nothing more to do.</translation>
    </message>
    <message>
        <source>养老缴费年限最多 {most} 年（从满 16 周岁算起）：请核对。</source>
        <translation>Years paid into the pension are at most {most} (from age 16): check.</translation>
    </message>
    <message>
        <source>个人账户储存额不能是负数：请核对。</source>
        <translation>The account balance cannot be negative: check.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 登记去世：如果弄错了，请先在原来那一户更正死亡日期。</source>
        <translation>{name} is registered as deceased on {day}: if that is wrong, first correct it in the former household.</translation>
    </message>
    <message>
        <source>--last 后面写最近几次，至少 1。</source>
        <translation>After --last comes how many of the last acts, at least 1.</translation>
    </message>
    <message>
        <source>登记死亡请用 clerk event death：要停的、要复核的会一起办。</source>
        <translation>Register a death with clerk event death: what must stop or be checked goes along.</translation>
    </message>
    <message>
        <source>更正为在世请用 clerk event alive：停掉的会一起恢复。</source>
        <translation>Put somebody back among the living with clerk event alive: what was stopped comes back with it.</translation>
    </message>
    <message>
        <source>“{reason}”要用 clerk event {command}（{kind}）办：后果会一起登记。</source>
        <translation>“{reason}” is done with clerk event {command} ({kind}): its consequences are recorded with it.</translation>
    </message>
    <message>
        <source>没有编号为“{item}”的追缴：请用 clerk overpayment list 查看。</source>
        <translation>There is no recovery with the number “{item}”: see clerk overpayment list.</translation>
    </message>
    <message>
        <source>“{text}”不是整数：请只写数字。</source>
        <translation>“{text}” is no whole number: write digits only.</translation>
    </message>
    <message>
        <source>困难身份“{word}”不认识：请用名册上的叫法。</source>
        <translation>The status “{word}” is not known: use the words of the register.</translation>
    </message>
    <message>
        <source>请用 --begun 写明是{name}哪一天起的{kind}：登记过的起日有 {days}。</source>
        <translation>Please say with --begun from which day {name} is {kind}: the recorded first days are {days}.</translation>
    </message>
    <message>
        <source>“{text}”不是一种困难身份：可写 {words}，或名册上的叫法。</source>
        <translation>“{text}” is not a hardship status: please give {words}, or the word of the register.</translation>
    </message>
    <message>
        <source>{name}没有登记过{kind}：请先登记。</source>
        <translation>{name} has no record of {kind}: please record it first.</translation>
    </message>
    <message>
        <source>没有写要修改什么：请写 --from、--to、--grade、--certificate、--source 或 --lifted。</source>
        <translation>Nothing to change was given: please give --from, --to, --grade, --certificate, --source or --lifted.</translation>
    </message>
    <message>
        <source>关系写成 姓名=关系，如 李四=儿子，现在是“{text}”。</source>
        <translation>Write a relation as name=relation, for example 李四=儿子; this is “{text}”.</translation>
    </message>
    <message>
        <source>15 位号码的顺序码是百岁老人专用的 996–999：请对照证件填写 18 位号码。</source>
        <translation>This 15-digit number has a sequence (996–999) kept for people born before 1900: enter the 18 digits from the card.</translation>
    </message>
    <message>
        <source>报送包里缺少附件的清单看不懂，文件不是本程序做的，或版本不同：请升级程序，或请村里重新导出。</source>
        <translation>The packet&apos;s list of missing attachments cannot be read; the file was not made by this program, or by another version: please update the program, or ask the village to export again.</translation>
    </message>
    <message>
        <source>“{name}”不是文件：请选一张照片或一个 PDF。</source>
        <translation>“{name}” is not a file: please choose a photo or a PDF.</translation>
    </message>
    <message>
        <source>县里的另一个窗口或命令正在写邀请、回执或来文：请等它写完，再办一次。</source>
        <translation>Another window or command of the county is writing invitations, answers or publications: please wait until it is done, then try again.</translation>
    </message>
    <message>
        <source>两条记录的性别不同，不会是同一人：登记错了的请先更正，再合并。</source>
        <translation>The two records differ in sex and cannot be one person: if one is wrong, correct it first, then merge.</translation>
    </message>
    <message>
        <source>两条记录的姓名和出生日期都不同，看不出是同一人：登记错了的请先更正，再合并。</source>
        <translation>The two records differ in name and birth date, and nothing tells that they are one person: if one is wrong, correct it first, then merge.</translation>
    </message>
    <message>
        <source>{name} {day} 起才是户主：变更日期要在这一天或以后。</source>
        <translation>{name} has been the head only from {day}: the change must be on that day or later.</translation>
    </message>
    <message>
        <source>{name}现在的号码从 {day} 起用：更正日期要在这一天或以后。</source>
        <translation>{name}&apos;s present number has been used from {day}: the correction must be on that day or later.</translation>
    </message>
    <message>
        <source>{number} 户从 {day} 起才有人在户（以前没有立户，或销过户）：日期要在这一天或以后。</source>
        <translation>Household {number} has had members only since {day} (it was not there before, or was closed for a while): the day must be that one or later.</translation>
    </message>
    <message>
        <source>{name} {day} 才入户，接不上户主：请从当时在户的人里选。</source>
        <translation>{name} joined only on {day} and cannot follow as head: please choose among those who were there.</translation>
    </message>
    <message>
        <source>{number} 户 {day} 才销户：日期要在这一天之后。</source>
        <translation>Household {number} was closed on {day}: the day must be after it.</translation>
    </message>
    <message>
        <source>{name}从 {day} 起已登记为{kind}：请填写在这之前的预计返回日期。</source>
        <translation>{name} is registered as {kind} from {day}: please enter an expected return before that.</translation>
    </message>
    <message>
        <source>入户日期早于{name}的出生日期 {day}：请核对。</source>
        <translation>The day of joining is before {name}&apos;s birth on {day}: please check.</translation>
    </message>
    <message>
        <source>{name} {day} 才离户：入户日期要在这一天之后。</source>
        <translation>{name} left the former household on {day}: the day of joining must come after it.</translation>
    </message>
    <message>
        <source>本村还没有登记县里，换身份以后没有人能分清两台电脑：请先打开县里的邀请。</source>
        <translation>The village is not enrolled with a county; with a new identity nobody could tell the two computers apart: open the county&apos;s invitation first.</translation>
    </message>
    <message>
        <source>这一行已经处理过：请刷新后再看。</source>
        <translation>This row was dealt with already: refresh and look again.</translation>
    </message>
    <message>
        <source>这次导入已经撤销：剩下的行不能再导入。</source>
        <translation>This import was undone: its remaining rows cannot be taken in.</translation>
    </message>
    <message>
        <source>请写明这一行为什么不导入，最多 {most} 个字。</source>
        <translation>Say why this row is left out, in at most {most} characters.</translation>
    </message>
    <message>
        <source>没有这次导入：请用 clerk household imports 查看。</source>
        <translation>There is no such import: see clerk household imports.</translation>
    </message>
    <message>
        <source>这次导入的住户里有 {count} 户后来改动过（{named}{more}），没有撤销：可以只撤销其余的住户，改动过的留下。</source>
        <translation>{count} households of this import were changed since ({named}{more}); nothing was undone: you can undo the others only and keep these.</translation>
    </message>
    <message>
        <source>请写明为什么撤销这次导入，最多 {most} 个字。</source>
        <translation>Say why this import is undone, in at most {most} characters.</translation>
    </message>
    <message>
        <source>这次导入已经撤销过了。</source>
        <translation>This import was undone already.</translation>
    </message>
    <message>
        <source>没有编号为“{offer}”的迁入户，可能已办、对方已撤回，或还要导入回执：请刷新后再看。</source>
        <translation>No household “{offer}” waits to be taken in; it may have been dealt with or taken back, or an answer is still to be imported: refresh and look again.</translation>
    </message>
    <message>
        <source>迁移户的资料不全：请县里和原村核对后重新写回执。</source>
        <translation>The records of the household are not complete: ask the county to check with the old village and write the answer again.</translation>
    </message>
    <message>
        <source>迁移户的资料来自更新版本的程序：请先升级本程序，再办迁入。</source>
        <translation>The records of the household come from a newer program: upgrade this one before taking it in.</translation>
    </message>
    <message>
        <source>请给这种名册起一个名字，最多 {most} 个字。</source>
        <translation>Give this layout a name of at most {most} characters.</translation>
    </message>
    <message>
        <source>没有这样的列对应：请刷新后再看。</source>
        <translation>There is no such layout: refresh and look again.</translation>
    </message>
    <message>
        <source>{form}一次打印一户：请逐户打印。</source>
        <translation>{form} is printed for one household at a time: print them one by one.</translation>
    </message>
    <message>
        <source>这台电脑还没有收到县里分给它的机号和全村资料：请先报送，把县里的回执导入以后再登记。</source>
        <translation>This computer has not got its number and the village&apos;s records from the county: send a packet, import the county&apos;s answer, then register.</translation>
    </message>
    <message>
        <source>这户没有追缴事项：多发了养老金或低保金的，先立追缴事项。</source>
        <translation>This household has no recovery: if a pension or dibao was overpaid, open one first.</translation>
    </message>
    <message>
        <source>这户有 {n} 件追缴事项：请在住户页的“追缴”里逐件打印。</source>
        <translation>This household has {n} recoveries: print them one by one from 追缴 on the household&apos;s page.</translation>
    </message>
    <message>
        <source>还没有登记应追的月份和金额：请先登记，再打印办理单。</source>
        <translation>The months and sums to recover have not been entered: enter them, then print the form.</translation>
    </message>
    <message>
        <source>困难身份的等级应是 1 到 4，没有等级就不填：请核对。</source>
        <translation>The grade of a hardship status is 1 to 4, or is left empty where there is none: please check.</translation>
    </message>
    <message>
        <source>{kind}没有标注脱贫日期：不再享受请办理终止。</source>
        <translation>{kind} has no date of being lifted out of poverty: if it no longer holds, please end it.</translation>
    </message>
    <message>
        <source>标注脱贫日期早于起日 {day}：请核对。</source>
        <translation>The date of being lifted out of poverty is before the first day {day}: please check.</translation>
    </message>
    <message>
        <source>{kind}从 {day} 起已经登记：止日要在这一天之前。</source>
        <translation>{kind} is recorded from {day} already: the last day must be before it.</translation>
    </message>
    <message>
        <source>没有找到“{text}”：请写身份号码、临时编号，或 户编号/姓名，如 0001/张三。</source>
        <translation>“{text}” was not found: give an identity number, a temporary number, or HOUSEHOLD/NAME such as 0001/张三.</translation>
    </message>
    <message>
        <source>{number} 户现在叫“{name}”的成员有 {count} 位：请改用身份号码。</source>
        <translation>Household {number} has {count} members called “{name}” now: use the identity number.</translation>
    </message>
    <message>
        <source>{name}现在不属于任何一户：不用办离户。</source>
        <translation>{name} belongs to no household now: there is no place to end.</translation>
    </message>
    <message>
        <source>“{name}”不是照片：请选 JPG 或 PNG 文件。</source>
        <translation>“{name}” is no photo: choose a JPG or PNG file.</translation>
    </message>
    <message>
        <source>这份来文与刚才试算的不是同一份：请重新试算后再接收。</source>
        <translation>This is not the publication that was tried out. Try it out again before accepting it.</translation>
    </message>
    <message>
        <source>第 {number} 号来文已经接收，不用再接收一次。</source>
        <translation>Publication no. {number} is accepted already; there is no need to accept it again.</translation>
    </message>
    <message>
        <source>第 {number} 号来文已在 {day} 过期，不能再接收：请向县里要新的。</source>
        <translation>Publication no. {number} expired on {day} and can no longer be accepted. Ask the county for a new one.</translation>
    </message>
    <message>
        <source>请写明谢绝的原因，县里要看。</source>
        <translation>Give the reason for declining; the county will read it.</translation>
    </message>
    <message>
        <source>原因太长：最多 {most} 个字。</source>
        <translation>The reason is too long: at most {most} characters.</translation>
    </message>
    <message>
        <source>第 {number} 号来文{state}，不能谢绝。</source>
        <translation>Publication no. {number} cannot be declined: {state}.</translation>
    </message>
    <message>
        <source>回执里的来文目录看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。</source>
        <translation>The list of publications in the answer cannot be understood; the file was not made by this program, or by another version: please upgrade, or ask the county to write the answer again.</translation>
    </message>
    <message>
        <source>这不是报送文件：不是本程序写的，或开头已损坏。请选择村里的报送包或县里发来的文件。</source>
        <translation>This is no file of the exchange: this program did not write it, or its beginning is damaged. Choose a packet of a village or a file of the county.</translation>
    </message>
    <message>
        <source>请写明收回的原因，最多 {most} 个字。</source>
        <translation>Please give the reason for taking it back, at most {most} characters.</translation>
    </message>
    <message>
        <source>第 {ref} 号来文已经收回了。</source>
        <translation>Publication {ref} was taken back already.</translation>
    </message>
    <message>
        <source>“{title}”太大，一份来文装不下（{size} MB，最多 {most} MB）：请删去用不着的列；全县的名单请加村代码一列，各村只收自己的。</source>
        <translation>“{title}” is too large for one publication ({size} MB, at most {most} MB): please take out the columns nobody needs; give a list of the whole county a column with the village codes, so that each village gets its own rows only.</translation>
    </message>
    <message>
        <source>{number} 户 {day} 起才有户主（{name}）：日期要在这一天或以后。</source>
        <translation>Household {number} has a head ({name}) only from {day}: the day must be this one or later.</translation>
    </message>
    <message>
        <source>{number} 户 {day} 有{names}在户，却没有户主：请换一个日期，或先核对这一户成员入户、离户的日期。</source>
        <translation>On {day} {names} would be in household {number} without a head: choose another day, or first check the days on which its members joined and left.</translation>
    </message>
    <message>
        <source>{number} 户 {day} 会有 {count} 位户主（{names}）：请换一个日期，或先核对他们入户、离户的日期。</source>
        <translation>Household {number} would have {count} heads on {day} ({names}): choose another day, or first check the days on which they joined and left.</translation>
    </message>
    <message>
        <source>低保和特困不能同时享受：请只登记一样。</source>
        <translation>Nobody has dibao and tekun at once: record only one of them.</translation>
    </message>
    <message>
        <source>第 {row} 行的{name}，登记刚刚改动过，整次没有导入：请重新选这份名单，看过预览再导入。</source>
        <translation>Row {row}, {name}: the record was changed just now, so that nothing was imported. Choose the list again, look at the preview, then import.</translation>
    </message>
    <message>
        <source>{name} {day} 才离户，那以前户里不能没有户主：户主的离户日期要在这一天或以后。</source>
        <translation>{name} left only on {day}, and until then the household must have a head: the head&apos;s day of leaving must be this one or later.</translation>
    </message>
    <message>
        <source>{kind}没有等级，只有{graded}有：请把等级留空。</source>
        <translation>{kind} has no grades, only {graded} has: leave the grade empty.</translation>
    </message>
    <message>
        <source>起日早于{name}的出生日期 {day}：请核对。</source>
        <translation>The first day is before {name}&apos;s birth on {day}: please check.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 去世：止日应在那一天或以前。</source>
        <translation>{name} died on {day}: the last day must be that day or earlier.</translation>
    </message>
    <message>
        <source>改止日请填写原因，同终止一样：如“退出低保”“止日登记有误”。</source>
        <translation>Give a reason for changing the last day, as for ending the status: left dibao, or the day was recorded wrongly.</translation>
    </message>
    <message>
        <source>{kind}和{other}不能同时享受，{other}从 {day} 起登记着：请先终止一样，起止日不要重叠。</source>
        <translation>Nobody holds {kind} and {other} at once; {other} is recorded from {day}: end one of them first, so that their days do not overlap.</translation>
    </message>
    <message>
        <source>曾用名太长或含有不能打印的字符：最多 {most} 个字。</source>
        <translation>The former names are too long or have characters that cannot be printed: at most {most} characters.</translation>
    </message>
    <message>
        <source>第 {number} 号来文县里已收回，不能接收：请等县里的新来文。</source>
        <translation>The county took publication {number} back; it cannot be accepted: please wait for the county&apos;s new one.</translation>
    </message>
    <message>
        <source>本地标准“{name}”要写成带引号的文字，不能空着，如 &quot;400.00&quot;；真假写 true 或 false。</source>
        <translation>Write the local value “{name}” as text in quotes, not empty, such as &quot;400.00&quot;; yes and no as true or false.</translation>
    </message>
    <message>
        <source>“{name}”里没有 pack.toml：请指定一个政策包的文件夹。</source>
        <translation>“{name}” holds no pack.toml. Name the folder of a policy pack.</translation>
    </message>
    <message>
        <source>“{name}”里没有一个本地标准：请检查文件。</source>
        <translation>“{name}” holds no local value. Check the file.</translation>
    </message>
    <message>
        <source>“{name}”里应有 1 到 {most} 个村，每行写 村代码,村名。</source>
        <translation>“{name}” should hold 1 to {most} villages, one a line: code,name.</translation>
    </message>
    <message>
        <source>名单名称应是 1 到 {most} 个字。</source>
        <translation>The name of the list should have 1 to {most} characters.</translation>
    </message>
    <message>
        <source>“{name}”太大：一个名单最多 {rows} 行、{columns} 列。</source>
        <translation>“{name}” is too large: a list has at most {rows} rows and {columns} columns.</translation>
    </message>
    <message>
        <source>没有“{identity}”这种困难身份：可选 {codes}。</source>
        <translation>There is no identity “{identity}”. Choose one of {codes}.</translation>
    </message>
    <message>
        <source>“{name}”第 {row} 行的村代码不是 12 位数字：请改正，或删去这一列（那样每个村都收到整个名单）。</source>
        <translation>The village code in row {row} of “{name}” is not 12 digits. Correct it, or delete the column (then every village gets the whole list).</translation>
    </message>
    <message>
        <source>“{name}”读不了：{reason}。每行写成 名称 = &quot;值&quot;，如 medical_premium = &quot;400.00&quot;。</source>
        <translation>“{name}” cannot be read: {reason}. Write name = &quot;value&quot; on each line, such as medical_premium = &quot;400.00&quot;.</translation>
    </message>
    <message>
        <source>“{name}”第 {row} 行“{code}”不是本县（{region}）的 12 位村代码：请改正后再发。</source>
        <translation>“{code}” in row {row} of “{name}” is not a 12-digit village code of this county ({region}). Correct it before sending.</translation>
    </message>
    <message>
        <source>“{name}”第 {row} 行没有村名，或太长：每行写 村代码,村名。</source>
        <translation>Row {row} of “{name}” has no village name, or too long a one. Write code,name on each line.</translation>
    </message>
    <message>
        <source>“{name}”里村代码 {code} 写了两次：请改正后再发。</source>
        <translation>The village code {code} stands in “{name}” twice. Correct it before sending.</translation>
    </message>
    <message>
        <source>“{name}”里没有“{column}”这一列：名单要有姓名和公民身份号码。</source>
        <translation>“{name}” has no column “{column}”. A list needs names and identity numbers.</translation>
    </message>
    <message>
        <source>“{name}”第 {row} 行没有姓名，或有一格太长（最多 {most} 个字）：请改正后再发。</source>
        <translation>Row {row} of “{name}” has no name, or a cell is too long (at most {most} characters). Correct it before sending.</translation>
    </message>
    <message>
        <source>“{name}”第 {row} 行：{reason}</source>
        <translation>“{name}”, row {row}: {reason}</translation>
    </message>
    <message>
        <source>这份来文是发给“{name}”（{code}）的，不是给本村的：请向县里要本村的。</source>
        <translation>This publication is for “{name}” ({code}), not for this village. Ask the county for this village&apos;s.</translation>
    </message>
    <message>
        <source>县里的第 {number} 号来文已经收到过，这一份编号相同、内容不同，县里可能从旧备份恢复过：请县里再发一次。</source>
        <translation>Publication no. {number} of the county has come before; this one has the same number and another content. The county may have been restored from an old copy. Ask it to publish again.</translation>
    </message>
    <message>
        <source>第 {number} 号来文的内容不在这台电脑上：请向县里再要一份，在这台电脑上导入。</source>
        <translation>The content of publication no. {number} is not on this computer. Ask the county for another copy and import it here.</translation>
    </message>
    <message>
        <source>这份来文本版本用不了（{reason}）：请升级程序，或请县里改正后重发。</source>
        <translation>This version cannot use the publication ({reason}). Upgrade the program, or ask the county to correct it and send it again.</translation>
    </message>
    <message>
        <source>没有第“{ref}”号来文，或不止一份：请用 clerk publication list 查看编号。</source>
        <translation>There is no publication no. “{ref}”, or more than one. See the numbers with clerk publication list.</translation>
    </message>
    <message>
        <source>它是通用的底本，不是一个地方的政策包。</source>
        <translation>It is the common base, not the pack of a place.</translation>
    </message>
    <message>
        <source>找不到这件追缴事项：请刷新后重试。</source>
        <translation>This recovery is not there: refresh and try again.</translation>
    </message>
    <message>
        <source>只有养老金和低保金可以立追缴事项。</source>
        <translation>Only a pension or dibao can be recovered.</translation>
    </message>
    <message>
        <source>请写明多发的原因和依据，最多 {most} 个字。</source>
        <translation>Write why it was overpaid and what says so, {most} characters at most.</translation>
    </message>
    <message>
        <source>追缴养老金要写明是谁的。</source>
        <translation>Say whose pension it is.</translation>
    </message>
    <message>
        <source>止月早于起月：请核对。</source>
        <translation>The last month lies before the first: check them.</translation>
    </message>
    <message>
        <source>止月不能在本月之后：请核对发放到哪个月。</source>
        <translation>The last month cannot lie after this one: check up to which month it was paid.</translation>
    </message>
    <message>
        <source>请填写多发从哪个月开始。</source>
        <translation>Enter the first month that was overpaid.</translation>
    </message>
    <message>
        <source>请按发放记录填写多发到哪个月。</source>
        <translation>Enter the last month that was overpaid, from the record of payments.</translation>
    </message>
    <message>
        <source>请按发放记录填写每月发放的金额：不知道的先向县里查询。</source>
        <translation>Enter what was paid each month, from the record of payments; if you do not know, ask the county first.</translation>
    </message>
    <message>
        <source>每月金额要大于零：请核对。</source>
        <translation>The monthly sum must be more than nothing: check it.</translation>
    </message>
    <message>
        <source>请写明金额的来源，如“县里发放记录”或文号，最多 {most} 个字。</source>
        <translation>Say where the sum is from, such as the county&apos;s record of payments or a document number, {most} characters at most.</translation>
    </message>
    <message>
        <source>请填写追回的金额，要大于零。</source>
        <translation>Enter what came back; it must be more than nothing.</translation>
    </message>
    <message>
        <source>请填写凭证号；抵扣的填县里文书的文号，最多 {most} 个字。</source>
        <translation>Enter the voucher&apos;s number, or for a set-off the number of the county&apos;s paper, {most} characters at most.</translation>
    </message>
    <message>
        <source>{month} 登记了两次应追：请先撤回一段。</source>
        <translation>{month} was entered twice: withdraw one of the spans first.</translation>
    </message>
    <message>
        <source>请填写原因，最多 {most} 个字。</source>
        <translation>Enter the reason, {most} characters at most.</translation>
    </message>
    <message>
        <source>这件事不是追缴：请到“事后事项”里选追回养老金或低保金的一件。</source>
        <translation>This is no recovery: choose one among the things to do that is about getting a pension or dibao back.</translation>
    </message>
    <message>
        <source>这件追缴已在 {day} 办结：要改请先冲销追回款项。</source>
        <translation>This recovery was settled on {day}: to change it, reverse a receipt first.</translation>
    </message>
    <message>
        <source>低保金不能用养老保险的余额或丧葬补助抵扣：请登记退回的钱。</source>
        <translation>Dibao cannot be set off against the pension account or the funeral grant: record the money that came back.</translation>
    </message>
    <message>
        <source>可抵扣的只有 {there} 元：请核对金额。</source>
        <translation>Only {there} yuan can be set off: check the sum.</translation>
    </message>
    <message>
        <source>{day} 以前的月份仍应发放，不能追缴：请核对起月。</source>
        <translation>Months before {day} were still due and cannot be recovered: check the first month.</translation>
    </message>
    <message>
        <source>{month} 已登记过应追：同一个月不能追两次。</source>
        <translation>{month} has been entered already: no month is recovered twice.</translation>
    </message>
    <message>
        <source>这一段已在 {day} 撤回。</source>
        <translation>These months were withdrawn on {day}.</translation>
    </message>
    <message>
        <source>已追回 {got} 元，多于撤回后的应追 {left} 元：请先冲销追回款项。</source>
        <translation>{got} yuan have come back, more than the {left} that would be left due: reverse a receipt first.</translation>
    </message>
    <message>
        <source>还没有登记应追的月份和金额：请先登记应追款项。</source>
        <translation>The months and sums to recover have not been entered: enter them first.</translation>
    </message>
    <message>
        <source>尚未追回的只有 {rest} 元：请核对金额。</source>
        <translation>Only {rest} yuan are still to come: check the sum.</translation>
    </message>
    <message>
        <source>这一笔已经冲销，不能再冲销。</source>
        <translation>This receipt has been reversed and cannot be reversed again.</translation>
    </message>
    <message>
        <source>个人账户余额没有登记：请先向县里查询，登记到人员信息里，再登记抵扣。</source>
        <translation>The account&apos;s balance is not registered: ask the county, register it with the person, then record the set-off.</translation>
    </message>
    <message>
        <source>没有登记可领的丧葬补助：本地没有这项补助的不能抵扣。</source>
        <translation>No funeral grant is registered: where there is none, nothing can be set off against it.</translation>
    </message>
    <message>
        <source>{name}已有一件没办结的追缴：请在那一件里登记。</source>
        <translation>{name} has a recovery that is not settled: record it there.</translation>
    </message>
    <message>
        <source>{day} 时登记册里还没有户编号为“{number}”的住户：请核对编号和日期。</source>
        <translation>On {day} the register had no household numbered “{number}” yet: please check number and day.</translation>
    </message>
    <message>
        <source>{day} 还没有过完：请选今天以前的日期，今天的名册就在住户列表里。</source>
        <translation>{day} is not over yet: please choose a day before today; today&apos;s register is the list of households.</translation>
    </message>
    <message>
        <source>本机的登记从 {began} 开始，看不到 {day} 的名册：请选这一天以后的日期。</source>
        <translation>Records here begin on {began}; the register of {day} cannot be shown: please choose a later day.</translation>
    </message>
    <message>
        <source>政策包是县里用第 {number} 号来文定的，自 {day} 起生效，不能在这里改：要改请县里重新发文。</source>
        <translation>The county set the policy pack by publication no. {number}, in force from {day}. It cannot be changed here; ask the county for a new publication.</translation>
    </message>
    <message>
        <source>这个数是县里用第 {number} 号来文定的（{value}），自 {day} 起生效，不能在这里改：要改请县里重新发文。</source>
        <translation>The county set this value by publication no. {number} ({value}), in force from {day}. It cannot be changed here; ask the county for a new publication.</translation>
    </message>
    <message>
        <source>有 {count} 人的“{what}”还缺本地标准，金额没有算：请到“设置 → 本地标准”填写。</source>
        <translation>For {count} people &quot;{what}&quot; lacks a local value and was not computed: enter it in &quot;Settings → Local values&quot;.</translation>
    </message>
    <message>
        <source>{year} 年的规则没有 {tier} 元这一档，补贴没有算：请核对档次或“设置 → 本地标准”。</source>
        <translation>The rules of {year} have no tier of {tier} yuan, so the subsidy was not computed: check the tier or &quot;Settings → Local values&quot;.</translation>
    </message>
    <message>
        <source>这台电脑没有写过这个报送包：请在报送记录里选一个本机写的报送包。</source>
        <translation>This laptop did not write that packet: choose one it wrote in the list of packets.</translation>
    </message>
    <message>
        <source>请填写撤回迁出的原因，如“对方村退回”。</source>
        <translation>Enter why the move is taken back, such as “sent back by the other village”.</translation>
    </message>
    <message>
        <source>{number} 户的其他成员已在 {day} 离户，只撤回{name}的迁出就没有户主：请先撤回他们的迁出；他们不回来，就另立一户登记。</source>
        <translation>The other members of household {number} left on {day}: with only the move of {name} taken back it would have no head. Take their move back first, or, if they do not come back, register a new household.</translation>
    </message>
    <message>
        <source>这一户的迁出已经撤回，或不是本村办的：请刷新后再看。</source>
        <translation>This move was taken back already, or was not made here: refresh and look again.</translation>
    </message>
    <message>
        <source>县里的回执说对方村已在 {day} 迁入这一户：不能撤回，要回来请对方村办迁出。</source>
        <translation>The county&apos;s answer says that the other village took the household in on {day}: the move cannot be taken back. If they return, the other village lets them move.</translation>
    </message>
    <message>
        <source>{name}现在已在别的户里：不能撤回迁出，请按现在的户登记。</source>
        <translation>{name} is in another household by now: the move cannot be taken back; register by the present household.</translation>
    </message>
    <message>
        <source>请填写退回的原因，最多 {most} 个字：对方村会看到。</source>
        <translation>Enter why they are sent back, {most} characters at most: the other village will read it.</translation>
    </message>
    <message>
        <source>这一户已经办过迁入或退回：请刷新后再看。</source>
        <translation>This household was taken in or sent back already: refresh and look again.</translation>
    </message>
    <message>
        <source>{names}已登记在本村，其他人还没有，或不在同一户：请先把他们登记齐、并到一户，再办迁入；不是本村的就退回。</source>
        <translation>{names} are registered here already, the others are not, or not in one household: register all of them in one household first, then take them in; send them back if they do not belong here.</translation>
    </message>
    <message>
        <source>没有户编号为“{number}”的住户：请核对要并入的户。</source>
        <translation>There is no household “{number}”: check the one they are to join.</translation>
    </message>
    <message>
        <source>并入现有的户时，迁入的人不能是户主：请重新选与户主关系。</source>
        <translation>Who joins a household that is here cannot be its head: choose the relation to the head again.</translation>
    </message>
    <message>
        <source>这一户的低保申请 {number} 正在{stage}：请先登记县级决定或撤回申请，再办迁出。</source>
        <translation>The household&apos;s dibao application {number} is at the stage “{stage}”: enter the county&apos;s decision or withdraw the application before the move.</translation>
    </message>
    <message>
        <source>{name} {day} 才离户：迁出日期要在这一天以后。</source>
        <translation>{name} left only on {day}: the household must move after that day.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 去世，还没有办离户：请先登记死亡离户。</source>
        <translation>{name} died on {day} and has not left the household yet: register that first.</translation>
    </message>
    <message>
        <source>迁入村的代码应是 12 位数字（统计用区划代码）：请核对后填写。</source>
        <translation>The new village&apos;s code has 12 digits (the statistical code): check it and enter it.</translation>
    </message>
    <message>
        <source>迁入村的名称太长或含有不能打印的字符：最多 60 个字。</source>
        <translation>The new village&apos;s name is too long or has characters that cannot be printed: 60 at most.</translation>
    </message>
    <message>
        <source>迁出日期不能在今天之后：请核对。</source>
        <translation>The day of the move cannot be after today: check it.</translation>
    </message>
    <message>
        <source>请填写迁出原因，如“整户搬迁”“婚嫁”，最多 {most} 个字。</source>
        <translation>Enter the reason for the move, such as “whole household moves” or “marriage”; {most} characters at most.</translation>
    </message>
    <message>
        <source>这一户已在 {day} 销户，不能再办迁出。</source>
        <translation>The household was closed on {day} and cannot move any more.</translation>
    </message>
    <message>
        <source>要迁出的人不在这一户里：请刷新后重新选。</source>
        <translation>Those who are to move are not in this household: refresh and choose again.</translation>
    </message>
    <message>
        <source>迁出日期要晚于成员入户的日期 {day}：请核对。</source>
        <translation>The day of the move must be after {day}, when a member joined the household: check it.</translation>
    </message>
    <message>
        <source>户主要迁出而其他成员留下：请先变更户主，再办迁出。</source>
        <translation>The head is to move while others stay: change the head first.</translation>
    </message>
    <message>
        <source>这一户还有 {count} 件和县里往来的待办没有办结：请先到“报送”办结，再办迁出。</source>
        <translation>{count} things from the exchange with the county are still open for this household: settle them under Exchange before the move.</translation>
    </message>
    <message>
        <source>迁入村就是本村：在本村内换组或分户不用办迁出。</source>
        <translation>The new village is this one: changing the group or splitting a household inside the village is no move.</translation>
    </message>
    <message>
        <source>“{name}”不完整或已损坏，可能没有拷完：请从手机、相机或扫描仪再拷一次。</source>
        <translation>“{name}” is incomplete or damaged; it may have been copied half: copy it once more from the phone, camera or scanner.</translation>
    </message>
    <message>
        <source>“{name}”的像素太多，电脑显示不了：请用较低的分辨率重新拍照或扫描。</source>
        <translation>“{name}” has more dots than a computer can show: take or scan it again at a lower resolution.</translation>
    </message>
    <message>
        <source>处理情况最多 {most} 个字：请写短一些。</source>
        <translation>At most {most} characters on how it was settled: please be shorter.</translation>
    </message>
    <message>
        <source>这是名册里没导入的行：请到“住户 → 以前的导入”里改好，或写明为什么不导入。</source>
        <translation>This is a row of a register that was not imported: correct it under “Households → Earlier imports”, or say why it is left out.</translation>
    </message>
    <message>
        <source>年份应在 {first} 到 {last} 之间：请核对。</source>
        <translation>The year must lie between {first} and {last}: please check.</translation>
    </message>
    <message>
        <source>请填写节日名称，例如“春节”，最多 {most} 个字。</source>
        <translation>Please enter the holiday&apos;s name, for example Spring Festival, at most {most} characters.</translation>
    </message>
    <message>
        <source>已销户的户里不能有在户成员，去世的人不能在户：请先核对这一户和成员。</source>
        <translation>Nobody can live in a closed household, and a dead person cannot be a member: check the household and its members first.</translation>
    </message>
    <message>
        <source>有附件的内容与登记时不同，可能已损坏：请用最近的备份恢复。</source>
        <translation>An attachment is not what was attached, perhaps damaged: please restore the latest backup.</translation>
    </message>
    <message>
        <source>这个数据库的编码是 {encoding}，生僻字存不进去：请建一个 UTF8 编码的数据库再试。</source>
        <translation>This database is encoded in {encoding}, which has no rare characters: make one encoded in UTF8 and try again.</translation>
    </message>
    <message>
        <source>这是村里的数据文件夹，不是县级的：请用 --data 指定县级数据文件夹。</source>
        <translation>This is a village&apos;s data folder, not a county&apos;s: name the county&apos;s data folder with --data.</translation>
    </message>
    <message>
        <source>数据文件夹读写不了，刚才这一步没有保存。请检查磁盘是否还在、是否已满、是否写保护。</source>
        <translation>The data folder cannot be read or written; this step was not saved. Check that the disk is still there, not full and not write-protected.</translation>
    </message>
    <message>
        <source>这一件已先在另一台电脑上处理（{choice}），以先处理的为准：这里的处理没有照办，但什么都没有丢，历史里都有。</source>
        <translation>This conflict was already settled on another laptop ({choice}), and the first decision counts: what was decided here was not carried out, but nothing of it is lost; it is all in the history.</translation>
    </message>
    <message>
        <source>变更记录第 {number} 条与前后接不上，可能被改动：请用最近的备份恢复。</source>
        <translation>Journal entry {number} does not join its neighbours; it may have been changed: restore the latest backup.</translation>
    </message>
    <message>
        <source>数据表 {table} 与变更记录重放的结果不同：请用最近的备份恢复。</source>
        <translation>The table {table} differs from the replayed journal: restore the latest backup.</translation>
    </message>
    <message>
        <source>要改的记录已经不在：请选“不再办理”，再照现在的情况办理。</source>
        <translation>The record to change is not there any more: choose “let it go” and do it as things are now.</translation>
    </message>
    <message>
        <source>照这样改会与现有登记重复或矛盾（如同一身份号码、同一户两位户主）：请先核对。</source>
        <translation>That would double or contradict what is registered (one identity number twice, two heads of a household): check first.</translation>
    </message>
    <message>
        <source>{name}已不在这一户里，不能照原样再迁出：请选“不再办理”，再照现在的情况办理。</source>
        <translation>{name} is not in this household any more, so they cannot be sent away as before: choose “let it go”, then do what fits the records now.</translation>
    </message>
    <message>
        <source>这是县级的数据文件夹，不是村里的：请用 clerk county 的命令，或用 --data 指定村的数据文件夹。</source>
        <translation>This is a county&apos;s data folder, not a village&apos;s: use the commands of clerk county, or name the village&apos;s data folder with --data.</translation>
    </message>
    <message>
        <source>图片“{name}”打不开，可能已损坏：可以另存后用别的程序试试。</source>
        <translation>The picture “{name}” cannot be opened, it may be damaged: save a copy and try another program.</translation>
    </message>
    <message>
        <source>“{name}”打不开，可能设了密码或已损坏：可以另存后用别的程序试试。</source>
        <translation>“{name}” cannot be opened, it may have a password or be damaged: save a copy and try another program.</translation>
    </message>
    <message>
        <source>请填写日期。</source>
        <translation>Enter the day.</translation>
    </message>
    <message>
        <source>最后一天早于第一天：请核对。</source>
        <translation>The last day is before the first: please check.</translation>
    </message>
    <message>
        <source>这一段有 {n} 天，一次最多录入 {most} 天：请核对。</source>
        <translation>These are {n} days; at most {most} can be entered at once: please check.</translation>
    </message>
    <message>
        <source>请填写经办人姓名。</source>
        <translation>Enter the clerk&apos;s name.</translation>
    </message>
    <message>
        <source>请填写您自己的密码。</source>
        <translation>Enter your own password.</translation>
    </message>
    <message>
        <source>请填写文书上的决定日期。</source>
        <translation>Enter the decision date on the paper.</translation>
    </message>
    <message>
        <source>请选择“予以确认”或“不予确认”。</source>
        <translation>Choose &quot;Granted&quot; or &quot;Refused&quot;.</translation>
    </message>
    <message>
        <source>请照文书选择类别。</source>
        <translation>Choose the class as on the paper.</translation>
    </message>
    <message>
        <source>请照文书填写月保障金额，应大于 0。</source>
        <translation>Enter the monthly amount as on the paper; more than 0.</translation>
    </message>
    <message>
        <source>请填写文书上的退出日期。</source>
        <translation>Enter the day of the end as on the paper.</translation>
    </message>
    <message>
        <source>请填写复核日期。</source>
        <translation>Enter the review date.</translation>
    </message>
    <message>
        <source>请查找并选定本村的人。</source>
        <translation>Look for somebody of this village and choose the line.</translation>
    </message>
    <message>
        <source>请查找并选定另一户。</source>
        <translation>Look for the other household and choose it.</translation>
    </message>
    <message>
        <source>那一户已经有户主：请选别的关系。</source>
        <translation>That household has a head already: choose another relation.</translation>
    </message>
    <message>
        <source>请勾选人员。</source>
        <translation>Tick at least one person.</translation>
    </message>
    <message>
        <source>和邀请文件里的指纹不一样：再看一遍纸条；确实不一样就不要登记，马上打电话问县里。</source>
        <translation>The fingerprint is not that of the invitation: read the slip again. If it really differs, do not enrol and telephone the county at once.</translation>
    </message>
    <message>
        <source>要 4 位数字。</source>
        <translation>Four digits.</translation>
    </message>
    <message>
        <source>面积“{text}”看不懂：请填亩数，最多两位小数，如 3.50。</source>
        <translation>&quot;{text}&quot; is no area: enter mu with at most two decimals, such as 3.50.</translation>
    </message>
    <message>
        <source>请填写起日。</source>
        <translation>Enter the first day.</translation>
    </message>
    <message>
        <source>更正{name} {day} 的死亡登记</source>
        <translation>Correct the registered death of {name} on {day}</translation>
    </message>
    <message>
        <source>原来的死亡登记和这次更正都保留在变更记录里。</source>
        <translation>The registered death and this correction both stay in the journal.</translation>
    </message>
    <message>
        <source>请报县里照常发放{name}的养老金：停发的按月补发。</source>
        <translation>Ask the county to go on paying the pension of {name} and to pay up the months that were stopped.</translation>
    </message>
    <message>
        <source>{name} {day} 已离户，早于登记的死亡：请另用“返回”登记入户。</source>
        <translation>{name} left the household on {day}, before the registered death: enter the return separately.</translation>
    </message>
    <message>
        <source>{number} 户重新立户。</source>
        <translation>Household {number} is opened again.</translation>
    </message>
    <message>
        <source>{name}在 {number} 户的户籍关系照旧。</source>
        <translation>{name} keeps the place in household {number}.</translation>
    </message>
    <message>
        <source>{head}已作户主：{name}以别的关系回到户里，要再作户主请另办“户主变更”。</source>
        <translation>{head} is head by now: {name} comes back with another relation; to be head again, enter a change of head.</translation>
    </message>
    <message>
        <source>{name}的{kind}继续有效。</source>
        <translation>{kind} of {name} goes on.</translation>
    </message>
    <message>
        <source>请报县里恢复{name}的养老金，核对并补发停发期间最多 {months} 个月。</source>
        <translation>Ask the county to resume the pension of {name}, to check and pay up to {months} months that were stopped.</translation>
    </message>
    <message>
        <source>不用再办：{detail}</source>
        <translation>No longer to be done: {detail}</translation>
    </message>
    <message>
        <source>低保 {case} 已于 {day} 退出：请核对要不要重新申请。</source>
        <translation>Dibao {case} ended on {day}: check whether to apply again.</translation>
    </message>
    <message>
        <source>{name} {year} 年的{insurance}已于 {day} 冲销：请核对要不要补缴。</source>
        <translation>{insurance} of {name} for {year} was taken back on {day}: check whether to pay again.</translation>
    </message>
    <message>
        <source>{name}在 {day} 以后已再婚：婚姻关系请依法处理。</source>
        <translation>{name} has married again since {day}: the marriage is a matter for the law.</translation>
    </message>
    <message>
        <source>{kind}已经办结（{outcome}）：请核对要不要退回。</source>
        <translation>{kind} was settled ({outcome}): check whether it must be given back.</translation>
    </message>
    <message>
        <source>{number} 户登记{name} {day} 出生</source>
        <translation>Birth of {name} on {day} in household {number}</translation>
    </message>
    <message>
        <source>请提醒家长按县里规定为{name}办理城乡居民医保参保。</source>
        <translation>Remind the parents to insure {name} in the residents&apos; medical scheme by the county&apos;s rules.</translation>
    </message>
    <message>
        <source>这一天早于 {number} 户的登记日期：请核对。</source>
        <translation>This day is before household {number} was registered: please check.</translation>
    </message>
    <message>
        <source>{name}出生已满一年：如果是迁入或收养，请用“增加成员”。</source>
        <translation>{name} was born more than a year ago: for moving in or adoption use “add member”.</translation>
    </message>
    <message>
        <source>母亲{name}在孩子出生时 {years} 周岁：请核对。</source>
        <translation>The mother {name} was {years} years old at the birth: please check.</translation>
    </message>
    <message>
        <source>{number} 户变更户主</source>
        <translation>Change of head in household {number}</translation>
    </message>
    <message>
        <source>{number} 户调到{group}</source>
        <translation>Household {number} moves to {group}</translation>
    </message>
    <message>
        <source>更正{name}的公民身份号码</source>
        <translation>Correct the identity number of {name}</translation>
    </message>
    <message>
        <source>新号码的出生日期是 {day}，档案随之改动：以档案为准的请另行填写。</source>
        <translation>The new number says born on {day}, and the file follows it: enter the date if the file&apos;s is to count.</translation>
    </message>
    <message>
        <source>{name}原来的号码 {former} 用到 {day}，以后仍查得到。</source>
        <translation>The former number {former} of {name} was used until {day} and can still be found.</translation>
    </message>
    <message>
        <source>{name}满 {age} 周岁的日期由 {before} 变为 {after}：请核对养老金待遇。</source>
        <translation>{name} reaches {age} on {after} instead of {before}: check the pension.</translation>
    </message>
    <message>
        <source>{name}的身份号码已更正：请告知养老、医保、低保等经办机构，核对各处号码一致。</source>
        <translation>The identity number of {name} was corrected: tell the pension, medical and dibao offices and see that all have the same.</translation>
    </message>
    <message>
        <source>登记{name} {day} 死亡</source>
        <translation>Death of {name} on {day}</translation>
    </message>
    <message>
        <source>{name}的养老金从 {day} 起停发，死亡当月仍应发放。</source>
        <translation>The pension of {name} stops from {day}; the month of death is still due.</translation>
    </message>
    <message>
        <source>{name}去世后多发了 {months} 个月养老金，每月 {monthly} 元，共 {amount} 元；个人账户余额和丧葬补助可抵扣 {offset} 元，还应追回 {rest} 元。</source>
        <translation>{months} months of pension were paid after {name} died, {monthly} yuan a month, {amount} yuan in all; {offset} yuan may be set off against the account and the funeral grant, {rest} yuan are to be given back.</translation>
    </message>
    <message>
        <source>{name}登记入户的日期 {day} 晚于死亡日期：入户日期随之改到死亡当天。</source>
        <translation>{name} was entered into the household on {day}, after the death: the entry is moved back to the day of death.</translation>
    </message>
    <message>
        <source>请选择多发的是养老金还是低保金。</source>
        <translation>Say whether it was a pension or dibao.</translation>
    </message>
    <message>
        <source>{number} 户 {day} 已销户（{reason}），{name}一人重新立户：要和家人同户请再办“成员转入另一户”。</source>
        <translation>Household {number} was closed on {day} ({reason}); {name} opens it again alone: to be with the family, move the member into their household afterwards.</translation>
    </message>
    <message>
        <source>{kind}已追回 {amount} 元：请报县里退还本人。</source>
        <translation>{kind}: {amount} yuan have come back; ask the county to return them.</translation>
    </message>
    <message>
        <source>{name} {day} 才转入 {number} 户，晚于死亡日期：以前的户籍记录不动，这里只记到那一天，请核对两个日期。</source>
        <translation>{name} joined household {number} only on {day}, after the day of death: the earlier places stay as they are, this one ends on that day; please check both days.</translation>
    </message>
    <message>
        <source>{name}的{purpose}账户（{number}）还在用：发给这一户的待遇请改用家人的账户，办完后在“银行账户”里停用。</source>
        <translation>{name}&apos;s account for {purpose} ({number}) is still in use: have what is paid to this household go to a relative&apos;s account, then end this one under “Bank accounts”.</translation>
    </message>
    <message>
        <source>请报县里从 {day} 起停发{name}的养老金。</source>
        <translation>Ask the county to stop the pension of {name} from {day}.</translation>
    </message>
    <message>
        <source>多发月数按养老金已发到本月计算：如果早已停发，请填写发放到哪个月。</source>
        <translation>The months are counted as if the pension was paid up to this month: if it stopped earlier, enter up to which month.</translation>
    </message>
    <message>
        <source>每月 {monthly} 元按政策包算出：县里名单不同的，以县里的为准。</source>
        <translation>{monthly} yuan a month is what the policy pack gives: where the county&apos;s list differs, the list counts.</translation>
    </message>
    <message>
        <source>{name}去世后多发了 {months} 个月养老金：请按发放记录核定金额后追回。</source>
        <translation>{months} months of pension were paid after {name} died: find the sum in the records and ask for it back.</translation>
    </message>
    <message>
        <source>{name}没有登记为正在领取养老金，填写的养老金没有计入：领取的请先在人员情况里改正。</source>
        <translation>{name} is not registered as drawing a pension, so the pension entered was not counted: if one is drawn, correct the person&apos;s facts first.</translation>
    </message>
    <message>
        <source>请告知家属申领{name}的丧葬补助。</source>
        <translation>Tell the family to claim the funeral grant for {name}.</translation>
    </message>
    <message>
        <source>{name}的个人账户余额 {balance} 元（县里名单所载）可以依法继承：请告知家属办理。</source>
        <translation>The balance of {balance} yuan in the account of {name} (by the county&apos;s list) can be inherited: tell the family.</translation>
    </message>
    <message>
        <source>{name}的个人账户余额没有登记：如有余额可以依法继承，请向县里查询。</source>
        <translation>The balance of the account of {name} is not on file: it can be inherited, ask the county.</translation>
    </message>
    <message>
        <source>{number} 户的低保申请 {case} 正在办理：家庭成员变了，请修改申请和收入后再往下办。</source>
        <translation>The dibao application {case} of household {number} is under way: the family has changed, mend the application and the income first.</translation>
    </message>
    <message>
        <source>{number} 户是低保户（{case}）：{why}，应在 {day} 前重新核查人口、收入和类别。</source>
        <translation>Household {number} has dibao ({case}): {why}; people, income and class must be checked again by {day}.</translation>
    </message>
    <message>
        <source>{number} 户已没有成员：请报县里从 {day} 起停止低保 {case}，收到文书后登记退出。</source>
        <translation>Household {number} has no member left: ask the county to stop dibao {case} from {day}, and enter its end when the paper comes.</translation>
    </message>
    <message>
        <source>{number} 户已没有成员：低保申请 {case} 还在办理，请报乡镇终止，收到文书后登记结果。</source>
        <translation>Household {number} has no members left: its dibao application {case} is still under way; ask the township to end it, and enter the outcome when the paper has come.</translation>
    </message>
    <message>
        <source>{name}的{kind}到 {day} 终止。</source>
        <translation>{kind} of {name} ends on {day}.</translation>
    </message>
    <message>
        <source>{number} 户从 {day} 起不应再发低保：已多发的请按发放记录登记应追，没有多发的写明后办结。</source>
        <translation>Household {number} was not to get dibao from {day} on: enter what was overpaid from the record of payments; if nothing was, settle it with a note.</translation>
    </message>
    <message>
        <source>{name}的{kind}从 {day} 起，晚于死亡日期：请核对，这里先按起日终止。</source>
        <translation>{kind} of {name} begins on {day}, after the death: please check; it is ended on its first day for now.</translation>
    </message>
    <message>
        <source>{name}的{kinds}由迁入地重新认定：请和迁入地核对后，在本村终止。</source>
        <translation>{kinds} of {name} must be recognised at the new place: check with it, then end them here.</translation>
    </message>
    <message>
        <source>{name} {year} 年已缴{insurance} {amount} 元：没有自动冲销，请按规定核对是否退费。</source>
        <translation>{insurance} of {name} for {year}, {amount} yuan, is paid: nothing is taken back by itself, check whether to refund it.</translation>
    </message>
    <message>
        <source>{name}已在领养老金：跨县迁户口不转移养老保险关系，仍由本县发放。</source>
        <translation>{name} draws a pension: it does not move to another county and is still paid here.</translation>
    </message>
    <message>
        <source>{name}的{kind}从 {day} 起，晚于 {on}：请核对，这里只留 {day} 一天。</source>
        <translation>{name}: {kind} begins on {day}, after {on}. Please check; only the day {day} is kept here.</translation>
    </message>
    <message>
        <source>{name}还在缴费期：请告知本人到迁入地申请转移养老保险关系，个人账户全部转移，缴费年限累计。</source>
        <translation>{name} is still paying: tell the person to apply at the new place for the transfer; the whole account moves and the years add up.</translation>
    </message>
    <message>
        <source>{name}登记入户的日期 {day} 晚于这件事：入户日期随之改到 {on}。</source>
        <translation>{name} was entered into the household on {day}, after this happened: the entry moves back to {on}.</translation>
    </message>
    <message>
        <source>{name} {day} 起才是户主，晚于这件事：新户主从这一天算起，请核对。</source>
        <translation>{name} has been the head only from {day}, after this happened: the new head counts from that day; please check.</translation>
    </message>
    <message>
        <source>{number} 户由{name}作户主。</source>
        <translation>{name} is head of household {number}.</translation>
    </message>
    <message>
        <source>{name}从 {day} 起是 {number} 户成员（{relation}）。</source>
        <translation>{name} belongs to household {number} from {day} ({relation}).</translation>
    </message>
    <message>
        <source>这个公民身份号码已登记在 {group} {number} 户的{name}名下：同一人不能登记两次，请打开那一户核对。</source>
        <translation>This identity number is registered in {group}, household {number}, for {name}: nobody can be registered twice; open that household and check.</translation>
    </message>
    <message>
        <source>“{name}”里有 {count} 个公民身份号码出现了不止一次：请去掉重复的行再发。</source>
        <translation>{count} identity numbers stand in “{name}” more than once. Remove the repeated rows before sending.</translation>
    </message>
    <message>
        <source>请填写公民身份号码；没有公民身份号码的，请填写出生日期和性别。</source>
        <translation>Enter the identity number; for a person without one, birth date and sex.</translation>
    </message>
    <message>
        <source>这个公民身份号码和第 {n} 位成员的相同：请核对。</source>
        <translation>This identity number is also that of member {n}: please check.</translation>
    </message>
    <message>
        <source>{number} 户 {on} 就有人在户：户主{name}登记入户的日期 {day} 随之改到那一天。</source>
        <translation>Somebody was in household {number} on {on}: the day on which {name}, its head, joined ({day}) is moved to that day.</translation>
    </message>
    <message>
        <source>{name}在 {number} 户的户籍关系到 {day} 为止。</source>
        <translation>{name} belongs to household {number} until {day}.</translation>
    </message>
    <message>
        <source>{number} 户已没有成员，{day} 销户；档案和文书都保留。</source>
        <translation>Household {number} has no member left and is closed on {day}; files and papers stay.</translation>
    </message>
    <message>
        <source>没有指定新户主，按关系推定为{name}：不对请改选。</source>
        <translation>No new head was named; by the relations it would be {name}: choose another if that is wrong.</translation>
    </message>
    <message>
        <source>{name} {day} 才离户，那以前由{name}作 {number} 户户主：请核对。</source>
        <translation>{name} left only on {day}; until then {name} is head of household {number}. Please check.</translation>
    </message>
    <message>
        <source>{name}还未成年，由其作户主请核对户口簿。</source>
        <translation>{name} is a minor: check the household book before making him or her head.</translation>
    </message>
    <message>
        <source>{names}外出</source>
        <translation>{names} away</translation>
    </message>
    <message>
        <source>{name}从 {day} 起{kind}，户籍仍在 {number} 户。</source>
        <translation>{name} is away from {day} ({kind}) and stays on the book of household {number}.</translation>
    </message>
    <message>
        <source>{names}返回</source>
        <translation>{names} back</translation>
    </message>
    <message>
        <source>{names}迁出</source>
        <translation>{names} moving away</translation>
    </message>
    <message>
        <source>本县内迁移：养老保险关系不变，换到迁入村登记；低保到新乡镇重新登记，本村档案留存。</source>
        <translation>A move within the county: the pension goes on and is registered at the new village; dibao is registered anew at the new township, the files here stay.</translation>
    </message>
    <message>
        <source>{name}服刑期间养老金怎么发按省里规定：请向县里核实；特困供养应当终止。</source>
        <translation>Whether {name} is paid a pension in prison is for the province to say: ask the county; 特困 support must end.</translation>
    </message>
    <message>
        <source>{name}：{reason}。</source>
        <translation>{name}: {reason}.</translation>
    </message>
    <message>
        <source>{name}人户分离：两地都可能登记或申请，请和居住地核对是否重复。</source>
        <translation>{name} lives apart from the book: both places may register or apply, check with the other one for doubles.</translation>
    </message>
    <message>
        <source>请核实{name}是否仍{kind}（{place}）。</source>
        <translation>Check whether {name} is still away ({kind}, {place}).</translation>
    </message>
    <message>
        <source>{name}的{kind}到 {day} 为止。</source>
        <translation>{kind} of {name} lasts until {day}.</translation>
    </message>
    <message>
        <source>婚入 {number} 户</source>
        <translation>Marriage into household {number}</translation>
    </message>
    <message>
        <source>{name}婚入 {number} 户</source>
        <translation>{name} marries into household {number}</translation>
    </message>
    <message>
        <source>{name}婚出</source>
        <translation>{name} marries away</translation>
    </message>
    <message>
        <source>{name}还不到法定婚龄：请核对结婚证。</source>
        <translation>{name} is below the lawful age of marriage: check the certificate.</translation>
    </message>
    <message>
        <source>{name}已登记为{marital}：请核对。</source>
        <translation>{name} is on file as {marital}: please check.</translation>
    </message>
    <message>
        <source>{name}和{spouse}登记的性别相同：请核对。</source>
        <translation>{name} and {spouse} are on file with the same sex: please check.</translation>
    </message>
    <message>
        <source>{number} 户分户</source>
        <translation>Split of household {number}</translation>
    </message>
    <message>
        <source>{day} 立 {number} 户。</source>
        <translation>Household {number} is made on {day}.</translation>
    </message>
    <message>
        <source>{other} 户并入 {number} 户</source>
        <translation>Household {other} joins household {number}</translation>
    </message>
    <message>
        <source>成员转入 {number} 户</source>
        <translation>Members move to household {number}</translation>
    </message>
    <message>
        <source>低保按实际共同生活认定，不看户口本怎么分：只为吃低保分户的，仍按一家计算。</source>
        <translation>Dibao goes by who lives together in fact, not by how the book is split: a split made only for dibao still counts as one family.</translation>
    </message>
    <message>
        <source>承包地仍全部记在 {number} 户：分了地的，请修改两户的面积。</source>
        <translation>All of the land stays with household {number}: if it was divided, change the area of both.</translation>
    </message>
    <message>
        <source>两户都有低保档案：一户只能有一份，请报县里停掉并入那一户的。</source>
        <translation>Both households have a dibao case: one household can have only one, ask the county to end that of the one that joins.</translation>
    </message>
    <message>
        <source>{name}以前在本村登记过：沿用原来的档案。</source>
        <translation>{name} was registered in the village before: the file of then is used.</translation>
    </message>
    <message>
        <source>{name}还没有公民身份号码，暂用 {number}：请催办户口登记，有了号码用“身份号码更正”登记。</source>
        <translation>{name} has no identity number yet and goes by {number}: see to the registration, and enter the number as a correction when it comes.</translation>
    </message>
    <message>
        <source>已有同名同日出生的{name}（{number}）：请核对是不是同一人，不会自动合并。</source>
        <translation>There is a {name} with the same birth date already ({number}): check whether it is the same person; nothing is merged by itself.</translation>
    </message>
    <message>
        <source>县里已撤销这台电脑，它的新变更不再入账：请联系县里。</source>
        <translation>The county has revoked this laptop; its new acts are no longer applied: ask the county.</translation>
    </message>
    <message>
        <source>县里有本机还没有的变更：请再报送一次，下一份回执会把缺的带回来。</source>
        <translation>The county has acts that are not here yet: send once more, the next answer will bring them.</translation>
    </message>
    <message>
        <source>还有 {files} 个附件没有带来：请再报送一次，下一份回执接着带来。</source>
        <translation>{files} attachments have not come yet: report once more, the next answer brings more.</translation>
    </message>
    <message>
        <source>县里的来文还有 {n} 份没有带来（{named}）：请再报送一次，随下一份回执带来。</source>
        <translation>{n} of the county&apos;s publications did not come along ({named}): please report once more; they come with the next answer.</translation>
    </message>
    <message>
        <source>县里的第 {numbers} 号来文与本机收到的同号来文内容不同，县里恢复过旧备份：请县里收回它，再发一次。</source>
        <translation>The county&apos;s publication {numbers} differs from what came here under the same number; the county went back to an old backup: ask the county to take it back and publish again.</translation>
    </message>
    <message>
        <source>这是县里的邀请文件：请到“报送 → 登记”打开。</source>
        <translation>This is the county&apos;s invitation: open it under Report, Enrol.</translation>
    </message>
    <message>
        <source>这是本机自己写的报送包。</source>
        <translation>This packet was written here.</translation>
    </message>
    <message>
        <source>这份来文已经收到过。</source>
        <translation>This publication came before.</translation>
    </message>
    <message>
        <source>县里已收回这份来文，不能接收：不用办，等县里的新来文。</source>
        <translation>The county has taken this publication back; it cannot be accepted: nothing to do, wait for the county’s next one.</translation>
    </message>
    <message>
        <source>这份回执已经导入过。</source>
        <translation>This answer was imported before.</translation>
    </message>
    <message>
        <source>{seat}号机（本机）</source>
        <translation>laptop {seat} (this one)</translation>
    </message>
    <message>
        <source>{seat}号机</source>
        <translation>laptop {seat}</translation>
    </message>
    <message>
        <source>本机</source>
        <translation>this laptop</translation>
    </message>
    <message>
        <source>另一台电脑</source>
        <translation>another laptop</translation>
    </message>
    <message>
        <source>两台电脑都改了“{label}”，内容不同：请选定一份。</source>
        <translation>{label} was changed on two laptops, with different contents: choose one.</translation>
    </message>
    <message>
        <source>“{kind}”没有照办：另一台电脑同时终止或改动了同一记录。请核对后选“重新办理”或“不再办理”。</source>
        <translation>“{kind}” was not carried out: another laptop ended or changed the same record at the same time. Check, then choose to do it again or to let it go.</translation>
    </message>
    <message>
        <source>新的变更县里不再入账：请联系县里。</source>
        <translation>The county books nothing new from here: contact the county.</translation>
    </message>
    <message>
        <source>{group} {number} 户，{case}</source>
        <translation>{group}, household {number}, case {case}</translation>
    </message>
    <message>
        <source>{place}：{why}</source>
        <translation>{place}: {why}</translation>
    </message>
    <message>
        <source>“{title}”，{day} 起</source>
        <translation>“{title}”, from {day}</translation>
    </message>
    <message>
        <source>{group} {number} 户，{day} 申请</source>
        <translation>{group}, household {number}, applied on {day}</translation>
    </message>
    <message>
        <source>{year} 年{insurance}有 {n} 笔，共 {amount} 元：请核对后冲销多出来的</source>
        <translation>{insurance} {year}: {n} payments, {amount} yuan in all: check and reverse what is too much</translation>
    </message>
    <message>
        <source>{group} {number} 户，{day} 满 {age} 周岁</source>
        <translation>{group}, household {number}, {age} years old on {day}</translation>
    </message>
    <message>
        <source>{group} {number} 户，{posted} 张贴，公示到 {end}</source>
        <translation>{group}, household {number}, posted on {posted}, posting until {end}</translation>
    </message>
    <message>
        <source>{group} {number} 户，{posted} 张贴，公示到 {end}（还没有这一年的放假安排，按周一至周五算）</source>
        <translation>{group}, household {number}, posted on {posted}, posting until {end} (no holidays of that year yet: Monday to Friday count)</translation>
    </message>
    <message>
        <source>低保申请 {number}（{stage}）在本村结案，由迁入村重新申请。</source>
        <translation>Dibao application {number} ({stage}) ends here; the family applies again in the new village.</translation>
    </message>
    <message>
        <source>{names} {count} 人的户籍关系到 {last} 为止，从 {day} 起算{village}的人。</source>
        <translation>{names}: the places of {count} people end on {last}; from {day} they belong to {village}.</translation>
    </message>
    <message>
        <source>已登记的缴费（{count} 笔）仍算本村的缴费，随户告诉迁入村，不会重复计算。</source>
        <translation>Payments on record ({count}) stay this village&apos;s; the new village is told of them and does not count them again.</translation>
    </message>
    <message>
        <source>下次报送后，县里把这一户的资料转给迁入村；对方迁入或退回，都会在回执里告诉本村。</source>
        <translation>After the next packet the county passes the records on to the new village; whether it takes them in or sends them back comes in an answer.</translation>
    </message>
    <message>
        <source>低保档案 {number}（{stage}）留在本村，家庭人口变了，要重新核查。</source>
        <translation>Dibao case {number} ({stage}) stays here; the family has changed and must be checked again.</translation>
    </message>
    <message>
        <source>低保档案 {number} 正在保：在本村结案，由本村报乡镇办理停发，由迁入村重新申请。</source>
        <translation>Dibao case {number} is granted: it ends here, this village reports it to the township to stop the payment, and the family applies again in the new village.</translation>
    </message>
    <message>
        <source>{number} 户销户，资料和经办记录都留在本村，只能查看。</source>
        <translation>Household {number} is closed; its records and history stay here, to be read only.</translation>
    </message>
    <message>
        <source>还有 {count} 件事后事项没有办结，仍由本村办完。</source>
        <translation>{count} things to do after events are still open; this village finishes them.</translation>
    </message>
    <message>
        <source>请填写最后一天。</source>
        <translation>Enter the last day.</translation>
    </message>
    <message>
        <source>{name}没有后四位是 {last} 的在用账户：请用 clerk account list 查看。</source>
        <translation>{name} has no account in use that ends in {last}: see clerk account list.</translation>
    </message>
    <message>
        <source>“{pack}”是通用的底本，不是一个地方的政策包：请换一个。</source>
        <translation>“{pack}” is the common base, not the pack of a place. Choose another.</translation>
    </message>
    <message>
        <source>这一户没有编号为“{item}”的附件：请用 clerk attachment list 查看。</source>
        <translation>This household has no attachment “{item}”: see clerk attachment list.</translation>
    </message>
    <message>
        <source>名单要有名称：请用 --name 写明，如 --name 特困人员名单。</source>
        <translation>A list needs a name: give it with --name, such as --name 特困人员名单.</translation>
    </message>
    <message>
        <source>{number} 户没有别的成员：不能变更户主。</source>
        <translation>Household {number} has no other member: the head cannot be changed.</translation>
    </message>
    <message>
        <source>--fingerprint 后面没有数字：请填上县里纸条上的八组四位数字。</source>
        <translation>There are no digits after --fingerprint: give the eight groups of four digits from the county&apos;s slip.</translation>
    </message>
    <message>
        <source>报送包是密封的：请用 --key 指定县里的私钥文件，或用 --data 指定县级数据文件夹或写出它的数据文件夹。</source>
        <translation>Packets are sealed: name the county&apos;s key file with --key, or with --data the county&apos;s data folder or the one that wrote it.</translation>
    </message>
    <message>
        <source>文件 {path} 里没有 age 私钥（以 AGE-SECRET-KEY- 开头的一行）：请检查是不是选错了文件。</source>
        <translation>There is no age key (a line that begins with AGE-SECRET-KEY-) in {path}: check whether this is the right file.</translation>
    </message>
    <message>
        <source>没有编号为“{item}”的事项：请用 clerk followup list 查看。</source>
        <translation>There is nothing to do with the number “{item}”: see clerk followup list.</translation>
    </message>
    <message>
        <source>--people 要和 --to 同用，不能和 --on 同用。</source>
        <translation>--people goes with --to, and not with --on.</translation>
    </message>
    <message>
        <source>“{word}”应写成“列=内容”，列用字母（A 到 {last}）或表头里的标题。</source>
        <translation>“{word}” should be “column=content”; the column is a letter (A to {last}) or its heading.</translation>
    </message>
    <message>
        <source>没有编号为“{which}”的导入：请用 clerk household imports 查看编号。</source>
        <translation>No import, or several, end in “{which}”: see clerk household imports.</translation>
    </message>
    <message>
        <source>第 {row} 行没有在等处理：请用 clerk household waiting 查看。</source>
        <translation>Row {row} is not waiting: see clerk household waiting.</translation>
    </message>
    <message>
        <source>“{what}”不是能导入的内容：可以选 {known}。</source>
        <translation>“{what}” is nothing that can be imported: choose one of {known}.</translation>
    </message>
    <message>
        <source>没有名为“{name}”的列对应。</source>
        <translation>No layout is named “{name}”.</translation>
    </message>
    <message>
        <source>换身份以后，这个文件夹就是村里的另一台电脑，要县里重新准入，不能换回：确实要换，请加 --yes。</source>
        <translation>With a new identity this folder is another computer of the village, must be admitted by the county, and cannot go back: if you are sure, add --yes.</translation>
    </message>
    <message>
        <source>更正身份号码请用 clerk event number：旧号码要连日期一起留下。</source>
        <translation>Correct an identity number with clerk event number: the old one must be kept with its day.</translation>
    </message>
    <message>
        <source>与户主关系“{text}”看不懂：请写国标代码或“长子”“妻”这样的词。</source>
        <translation>The relation “{text}” is not understood: write a code of the standard or a word such as 长子 or 妻.</translation>
    </message>
    <message>
        <source>没有身份号码时请写 --sex 和 --birth-on。</source>
        <translation>Without an identity number give --sex and --birth-on.</translation>
    </message>
    <message>
        <source>民族“{text}”不在国标表内：请写全称，如“彝族”。</source>
        <translation>The nation “{text}” is not in the standard: write it in full, such as 彝族.</translation>
    </message>
    <message>
        <source>“{text}”不在可选范围内：可选 {words}。</source>
        <translation>“{text}” is not one of the choices: {words}.</translation>
    </message>
    <message>
        <source>成员写成 谁=与户主关系，如 0001/张三=长子，不是“{text}”。</source>
        <translation>Write a member as WHO=RELATION, such as 0001/张三=长子, not “{text}”.</translation>
    </message>
    <message>
        <source>没有第“{ref}”号带政策包的来文，或不止一份：请用 clerk policy list --data 查看。</source>
        <translation>There is no publication no. “{ref}” with a policy pack, or more than one. See clerk policy list --data.</translation>
    </message>
    <message>
        <source>请先用 clerk publication show 看过试算，再加 --yes 接收。</source>
        <translation>First look at the dry run with clerk publication show, then accept with --yes.</translation>
    </message>
    <message>
        <source>这一户没有叫“{name}”的成员：请用 clerk household show 查看。</source>
        <translation>The household has no member “{name}”: see clerk household show.</translation>
    </message>
    <message>
        <source>{number} 户没有办过迁出，或已经撤回：请用 clerk household transfers 查看。</source>
        <translation>Household {number} has no move, or it was taken back: see clerk household transfers.</translation>
    </message>
    <message>
        <source>这一项里有看不见的控制字符：请删去重新填写。</source>
        <translation>There is an invisible control character in this field: delete it and type it again.</translation>
    </message>
    <message>
        <source>县里第 {number} 号来文“{title}”的内容与校验值不符，数据可能损坏：请不要继续录入，用最近的备份恢复。</source>
        <translation>Publication no. {number} of the county, “{title}”, no longer matches its checksum; the data may be damaged. Enter nothing more and restore the latest backup.</translation>
    </message>
    <message>
        <source>{first} 列“{first_heading}”和 {second} 列“{second_heading}”都是“{field_name}”：请在“列的对应”里改一列，或删去一列。</source>
        <translation>Columns {first} “{first_heading}” and {second} “{second_heading}” are both “{field_name}”: change one of them under “Columns”, or delete one.</translation>
    </message>
    <message>
        <source>“{name}”其实是网页，不是 Excel 工作簿：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>“{name}” is really a web page, not an Excel workbook: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{name}”里没有名为“{sheet}”的名册：可以选的有“{sheets}”。</source>
        <translation>“{name}” has no list on a sheet named “{sheet}”: you can choose “{sheets}”.</translation>
    </message>
    <message>
        <source>找不到文件“{name}”：请检查文件名和优盘。</source>
        <translation>There is no file “{name}”: check its name and the stick.</translation>
    </message>
    <message>
        <source>“{name}”是旧的 .xls 格式，读不出来：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>“{name}” is in the old .xls format and cannot be read: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{name}”是 .xlsb 或 .ods 格式：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation>“{name}” is in the .xlsb or .ods format: open it in Excel or WPS, save it as .xlsx and import that.</translation>
    </message>
    <message>
        <source>“{name}”里有离表格很远的内容（到 {column} 列第 {row} 行）：请删去那里的内容再导入。</source>
        <translation>“{name}” has contents far from the table (as far as column {column}, row {row}): delete what stands there and import it again.</translation>
    </message>
    <message>
        <source>请填写终止原因。</source>
        <translation>Enter why it ends.</translation>
    </message>
    <message>
        <source>“{word}”不在列表里：请从列表里选。</source>
        <translation>&quot;{word}&quot; is not in the list: choose from it.</translation>
    </message>
    <message>
        <source>请选择{what}。</source>
        <translation>Choose: {what}.</translation>
    </message>
    <message>
        <source>“{word}”不是困难身份：请点右边的箭头从列表里选。</source>
        <translation>&quot;{word}&quot; is no hardship status: click the arrow at the right and choose.</translation>
    </message>
    <message>
        <source>请填写离户原因，如“登记有误”“参军”。</source>
        <translation>Enter the reason, such as “wrong entry” or “joined the army”.</translation>
    </message>
    <message>
        <source>这要用“成员变动…”里的“{kind}”办：后果会一起登记。</source>
        <translation>Use “{kind}” under “Member&apos;s event…”: its consequences are recorded too.</translation>
    </message>
    <message>
        <source>请填写密码。</source>
        <translation>Enter the password.</translation>
    </message>
    <message>
        <source>两次输入的密码不一样：请重新输入。</source>
        <translation>The two passwords differ: type them again.</translation>
    </message>
    <message>
        <source>请照恢复密钥单输入恢复密钥。</source>
        <translation>Enter the recovery key from its sheet.</translation>
    </message>
    <message>
        <source>请写明原因。</source>
        <translation>Give the reason.</translation>
    </message>
    <message>
        <source>打印机没有接受：请检查打印机是否打开、有没有纸，再试一次，或先保存 PDF。</source>
        <translation>The printer refused: check that it is on and has paper and retry, or save a PDF for now.</translation>
    </message>
    <message>
        <source>数据文件夹看不了（{reason}）：请检查它是否还在、有没有权限，或换一个文件夹。</source>
        <translation>Cannot look into the data folder ({reason}): check that it is there and may be read, or take another.</translation>
    </message>
    <message>
        <source>请填写要并入的户编号。</source>
        <translation>Enter the household they are to join.</translation>
    </message>
    <message>
        <source>请填写从哪一天起算新村的人。</source>
        <translation>Enter the first day in the new village.</translation>
    </message>
    <message>
        <source>请选择要迁出的人。</source>
        <translation>Choose who moves.</translation>
    </message>
    <message>
        <source>请填写村代码：12 位数字，如 532325100201。</source>
        <translation>Enter the village code: 12 digits, such as 532325100201.</translation>
    </message>
    <message>
        <source>请填写村名。</source>
        <translation>Enter the village name.</translation>
    </message>
    <message>
        <source>请选择本村适用的政策包。</source>
        <translation>Choose the policy pack that applies here.</translation>
    </message>
    <message>
        <source>请填写缴费日期。</source>
        <translation>Enter the payment date.</translation>
    </message>
    <message>
        <source>缴费人请从列表里选：个人、政府代缴、集体、其他。</source>
        <translation>Choose the payer from the list: self, proxy, collective, other.</translation>
    </message>
    <message>
        <source>没有 {tier} 元这一档：可选 {tiers}。</source>
        <translation>There is no tier of {tier} yuan; there are {tiers}.</translation>
    </message>
    <message>
        <source>名单还在读取，请稍等。</source>
        <translation>The list is still being read; wait a moment.</translation>
    </message>
    <message>
        <source>请先给{name}填档次。</source>
        <translation>Enter a tier for {name} first.</translation>
    </message>
    <message>
        <source>{name} {year} 年已由{payer} {amount} 元：要改请先冲销，再重新登记。</source>
        <translation>{name} has paid {amount} yuan for {year} ({payer}): to change it, reverse it first, then record it anew.</translation>
    </message>
    <message>
        <source>请填{name}的{payer}金额。</source>
        <translation>Enter the amount for {name} ({payer}).</translation>
    </message>
    <message>
        <source>请填写申请日期。</source>
        <translation>Enter the application date.</translation>
    </message>
    <message>
        <source>规则还没有算出类别：请先补齐右边提示的内容。</source>
        <translation>The rules give no class yet: fill in what the right side names.</translation>
    </message>
    <message>
        <source>第 {line} 行：请选择收入种类。</source>
        <translation>Line {line}: choose the kind of income.</translation>
    </message>
    <message>
        <source>第 {line} 行：请填写全年金额，没有就填 0。</source>
        <translation>Line {line}: enter the yearly amount, 0 for none.</translation>
    </message>
    <message>
        <source>第 {line} 行：请从列表里选成员，或选“全家”。</source>
        <translation>Line {line}: choose a member from the list, or &quot;All&quot;.</translation>
    </message>
    <message>
        <source>第 {line} 行：金额不能是负数，亏损请填 0 并在说明里写明。</source>
        <translation>Line {line}: no negative amounts; for a loss enter 0 and say so in the description.</translation>
    </message>
    <message>
        <source>第 {line} 行：金额“{text}”看不懂，请只填数字，最多两位小数。</source>
        <translation>Line {line}: &quot;{text}&quot; is no amount; digits only, at most two decimals.</translation>
    </message>
    <message>
        <source>请填写日期，例如 2018-06-30。</source>
        <translation>Please enter a day, for example 2018-06-30.</translation>
    </message>
    <message>
        <source>还没有可以登记的户：红色的格改好以后再登记，原因在表的下面。</source>
        <translation>No household is ready yet: mend the red cells and register again; the reason stands below the sheet.</translation>
    </message>
    <message>
        <source>年度应是四位数字，例如 2026。</source>
        <translation>The year has four digits, such as 2026.</translation>
    </message>
    <message>
        <source>缴费期限已经过了：请填今天以后的日期。</source>
        <translation>The deadline is past: enter a later day.</translation>
    </message>
    <message>
        <source>所选的 {n} 户 {year} 年{insurance}都已缴清或不用缴，不用发通知。</source>
        <translation>All {n} chosen households have paid or need not pay for {year} ({insurance}): no notice is due.</translation>
    </message>
    <message>
        <source>三类金额要填齐，或都空着。</source>
        <translation>Fill in all three amounts or none.</translation>
    </message>
    <message>
        <source>请填写现在的密码。</source>
        <translation>Enter the present password.</translation>
    </message>
    <message>
        <source>没有找到打印机：请接好打印机并在系统里添加，或者先用“保存 PDF”。</source>
        <translation>No printer: connect one and add it to the system, or use &quot;Save PDF&quot;.</translation>
    </message>
    <message>
        <source>打印机没有接受这一页：请检查打印机的电源、连线和纸张，再打印一次。</source>
        <translation>The printer refused this page: check its power, cable and paper, then print again.</translation>
    </message>
    <message>
        <source>政策包“{title}”没有{year}年的缴费档次。</source>
        <translation>The policy pack &quot;{title}&quot; has no tiers for {year}.</translation>
    </message>
    <message>
        <source>政策包 {problem}</source>
        <translation>Policy pack {problem}</translation>
    </message>
    <message>
        <source>打印字体 {file} 读不出来：请重新安装本程序，数据不受影响。</source>
        <translation>Cannot read the print font {file}: install this program again; your data is not touched.</translation>
    </message>
    <message>
        <source>这份文书打不开，可能没有生成完整：请重新生成，数据不受影响。</source>
        <translation>This document cannot be opened; it may be incomplete: make it again; your data is not touched.</translation>
    </message>
    <message>
        <source>钥匙文件 {name} 已损坏，资料打不开：资料本身没有动过，请从备份恢复这个文件。</source>
        <translation>The key file {name} is damaged, so the data cannot be opened. The data itself is untouched: restore this file from a backup.</translation>
    </message>
    <message>
        <source>这位经办人在本机没有密码：请换一位经办人登录，或用恢复密钥打开。</source>
        <translation>This clerk has no password here: sign in as another clerk, or use the recovery key.</translation>
    </message>
    <message>
        <source>恢复密钥没有输错，但打不开这份资料：它可能已被更换，或属于另一台电脑。请找最近打印的恢复密钥单。</source>
        <translation>The recovery key is typed correctly but does not open this data: it was replaced, or belongs to another computer. Find the sheet printed last.</translation>
    </message>
    <message>
        <source>这位经办人在本机没有密码，不用停用。</source>
        <translation>This clerk has no password here; there is nothing to end.</translation>
    </message>
    <message>
        <source>这是最后一位能登录的经办人，不能停用：请先给另一位经办人设密码。</source>
        <translation>This is the last clerk who can sign in and cannot be ended: give another clerk a password first.</translation>
    </message>
    <message>
        <source>找不到钥匙文件 {name}，资料打不开：请确认数据文件夹选对了，或从备份恢复整个文件夹。</source>
        <translation>The key file {name} is missing, so the data cannot be opened: check the data folder, or restore all of it from a backup.</translation>
    </message>
    <message>
        <source>钥匙文件 {name} 读不出来（{reason}）：请检查磁盘和文件夹权限后再试。</source>
        <translation>Cannot read the key file {name} ({reason}): check disk and permissions, then retry.</translation>
    </message>
    <message>
        <source>钥匙文件 {name} 是较新版本的程序写的：请先升级本程序再打开。</source>
        <translation>A newer version wrote the key file {name}: update this program, then open it.</translation>
    </message>
    <message>
        <source>钥匙文件没有保存，原来的密码仍然有效（{reason}）：请检查磁盘空间和文件夹权限后再试。</source>
        <translation>The key file was not saved; the old password still works ({reason}): check disk space and permissions, then retry.</translation>
    </message>
    <message>
        <source>密码不对：请检查大小写和输入法后再输一次；忘记密码可用恢复密钥。</source>
        <translation>Wrong password: check capitals and input method and retry. If it is forgotten, use the recovery key.</translation>
    </message>
    <message>
        <source>密码文件 {name} 的第一行超过 {longest} 个字符：请确认选对了文件。</source>
        <translation>The first line of the password file {name} is longer than {longest} characters: check that it is the right file.</translation>
    </message>
    <message>
        <source>密码太短：至少要 {shortest} 个字符。</source>
        <translation>The password is too short: at least {shortest} characters.</translation>
    </message>
    <message>
        <source>密码太长：最多 {longest} 个字符。</source>
        <translation>The password is too long: at most {longest} characters.</translation>
    </message>
    <message>
        <source>密码不能只用一个字符重复：请换一个。</source>
        <translation>The password repeats one character: take another.</translation>
    </message>
    <message>
        <source>密码不能就是姓名：请换一个。</source>
        <translation>The password is the name: take another.</translation>
    </message>
    <message>
        <source>这个密码太常见，很容易被猜到：请换一个。</source>
        <translation>This password is too common and easy to guess: take another.</translation>
    </message>
    <message>
        <source>密码文件 {name} 的第一行是空的：请把密码写在第一行。</source>
        <translation>The first line of the password file {name} is empty: write the password there.</translation>
    </message>
    <message>
        <source>找不到密码文件 {name}：请检查路径。</source>
        <translation>Cannot find the password file {name}: check the path.</translation>
    </message>
    <message>
        <source>密码文件 {name} 读不出来（{reason}）：请检查权限。</source>
        <translation>Cannot read the password file {name} ({reason}): check permissions.</translation>
    </message>
    <message>
        <source>密码文件 {name} 不是 UTF-8 文本：请另存为 UTF-8。</source>
        <translation>The password file {name} is not UTF-8: save it as UTF-8.</translation>
    </message>
    <message>
        <source>恢复密钥里不会有“{character}”这个字符：请对照恢复密钥单重新输入。</source>
        <translation>A recovery key never holds &quot;{character}&quot;: type it again from the sheet.</translation>
    </message>
    <message>
        <source>恢复密钥应有 {expected} 个字符，现在是 {count} 个：请检查是否多输或漏输。</source>
        <translation>A recovery key has {expected} characters, this has {count}: look for one too many or missing.</translation>
    </message>
    <message>
        <source>恢复密钥第 {group} 组“{text}”输错了：请对照恢复密钥单检查这一组。</source>
        <translation>Part {group} of the recovery key, &quot;{text}&quot;, is wrong: check it against the sheet.</translation>
    </message>
    <message>
        <source>{name}已在 {day} 停用：请换一位经办人登录。</source>
        <translation>{name} ended on {day}: sign in as another clerk.</translation>
    </message>
    <message>
        <source>{year} 年的保费不会在 {day} 缴：请核对年度和日期。</source>
        <translation>Nobody pays for {year} on {day}: check year and date.</translation>
    </message>
    <message>
        <source>缴费金额应大于 0，且不超过 {most} 元。</source>
        <translation>The amount must be more than 0 and at most {most} yuan.</translation>
    </message>
    <message>
        <source>户编号太长或含有不能打印的字符：最多 {most} 个字符。</source>
        <translation>The household number is too long or holds unprintable characters: at most {most} characters.</translation>
    </message>
    <message>
        <source>入户日期不能在今天之后：请核对。</source>
        <translation>The day of joining cannot be in the future: check it.</translation>
    </message>
    <message>
        <source>截止日期不能在今天以前：请改一个日期。</source>
        <translation>The deadline cannot be in the past: take another day.</translation>
    </message>
    <message>
        <source>请说明是哪位经办人（--clerk 姓名）：可选 {names}。</source>
        <translation>Say which clerk (--clerk NAME): {names}.</translation>
    </message>
    <message>
        <source>村代码应是 12 位数字（统计用区划代码），如 532325100201：请核对后填写。</source>
        <translation>The village code has 12 digits (statistical code), such as 532325100201: check and enter it.</translation>
    </message>
    <message>
        <source>没有名为“{pack}”的政策包：可选 {packs}。</source>
        <translation>There is no policy pack &quot;{pack}&quot;; there are {packs}.</translation>
    </message>
    <message>
        <source>请填写{label}。</source>
        <translation>Enter: {label}.</translation>
    </message>
    <message>
        <source>{label}太长或含有不能打印的字符：最多 {most} 个字。</source>
        <translation>{label} is too long or holds unprintable characters: at most {most} characters.</translation>
    </message>
    <message>
        <source>这个文件夹里已经有一个村的数据：请直接登录，或换一个空文件夹。</source>
        <translation>This folder already holds a village&apos;s data: sign in, or take an empty folder.</translation>
    </message>
    <message>
        <source>这个文件夹里还没有村的数据：请先运行 clerk init 或打开程序按向导建立，或检查 --data 是否写对。</source>
        <translation>This folder holds no village&apos;s data: run clerk init, or open the program and follow the wizard, or check --data.</translation>
    </message>
    <message>
        <source>已经有一位经办人叫“{name}”：请加上区别，如“{name}（二组）”。</source>
        <translation>There is a clerk called &quot;{name}&quot;: add something, such as &quot;{name}（二组）&quot;.</translation>
    </message>
    <message>
        <source>不能停用正在登录的自己：请让另一位经办人操作。</source>
        <translation>You cannot end yourself while signed in: let another clerk do it.</translation>
    </message>
    <message>
        <source>数据文件夹建不起来（{reason}）：请换一个能写入、空间足够的文件夹。</source>
        <translation>The data folder cannot be made ({reason}): take a folder that can be written and has room.</translation>
    </message>
    <message>
        <source>还没有填写本县的医保个人缴费标准：请先到“设置 → 本地标准”填写。</source>
        <translation>The county&apos;s medical premium is not filled in: enter it in &quot;Settings → Local values&quot;.</translation>
    </message>
    <message>
        <source>{name}已于 {day} 去世，不能再为 {year} 年缴费。</source>
        <translation>{name} died on {day}; nothing can be paid for {year}.</translation>
    </message>
    <message>
        <source>缴费年度应在 {first} 到 {last} 之间：请核对。</source>
        <translation>The year must be from {first} to {last}: check it.</translation>
    </message>
    <message>
        <source>{household} 户里找不到唯一的“{wanted}”：成员有 {names}，同名请写公民身份号码。</source>
        <translation>&quot;{wanted}&quot; is not exactly one member of household {household}: its members are {names}. For equal names give the identity number.</translation>
    </message>
    <message>
        <source>这个文件夹里没有县级数据：请用 clerk county init 建立，或检查 --data 是否写对。</source>
        <translation>This folder holds no county&apos;s data: make it with clerk county init, or check what --data names.</translation>
    </message>
    <message>
        <source>--why 要和 --settle 一起用：请用 --settle 写明是哪一件待办。</source>
        <translation>--why goes with --settle: name the item with --settle.</translation>
    </message>
    <message>
        <source>变更记录看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation>An act cannot be read; the file was altered or is not of this program: go back to the first laptop and export again.</translation>
    </message>
    <message>
        <source>残疾证号“{text}”不对：应为 18 位公民身份号码加 1 位类别（1-7）加 1 位等级（1-4），换领的再加 B1、B2。</source>
        <translation>&quot;{text}&quot; is no disability card number: 18 characters of the identity number, one digit for the kind (1-7), one for the grade (1-4), and B1 or B2 for a reissued card.</translation>
    </message>
    <message>
        <source>公民身份号码第 {place} 位是“{char}”，不是数字（只有最后一位可以是 X）：请对照证件检查。</source>
        <translation>Character {place} of the identity number is &quot;{char}&quot;, not a digit (only the last may be X): check it against the card.</translation>
    </message>
    <message>
        <source>公民身份号码“{text}”已被 Excel 截断，后几位丢失：请对照证件重新填写完整的 18 位。</source>
        <translation>Excel has cut off the identity number &quot;{text}&quot;: enter all 18 characters from the card.</translation>
    </message>
    <message>
        <source>公民身份号码最后一位校验码不对，可能有一位抄错：请对照证件逐位核对。</source>
        <translation>The check character at the end is wrong; one may be miscopied: compare each with the card.</translation>
    </message>
    <message>
        <source>公民身份号码应为 18 位数字（最后一位可以是 X），现在是 {length} 位：请对照证件检查。</source>
        <translation>An identity number has 18 digits (the last may be X); this one has {length}: check it against the card.</translation>
    </message>
    <message>
        <source>公民身份号码里的出生日期 {birth} 在今天之后：请核对号码和电脑日期。</source>
        <translation>The birth date {birth} in the identity number lies in the future: check the number and the computer&apos;s date.</translation>
    </message>
    <message>
        <source>按公民身份号码已满 {age} 周岁，超过 130 岁：请核对号码。</source>
        <translation>By the identity number the person is {age}, more than 130: check the number.</translation>
    </message>
    <message>
        <source>公民身份号码里的出生日期 {digits} 不存在：请对照证件核对。</source>
        <translation>The identity number holds no true birth date ({digits}): check it against the card.</translation>
    </message>
    <message>
        <source>报送文件里的说明看不懂，文件不是本程序做的，或版本不同：请升级程序，或请对方重新导出。</source>
        <translation>A document in the packet cannot be read; it is of another program or version: update the program, or ask for a new packet.</translation>
    </message>
    <message>
        <source>优盘写入失败（{reason}）：数据没有丢，请重新插好优盘，或换一个优盘，{again}。</source>
        <translation>Writing to the stick failed ({reason}). No data is lost: plug the stick in again, or take another one, and {again}.</translation>
    </message>
    <message>
        <source>优盘空间不够：需要 {need} KB，只剩 {free} KB。请删掉不用的文件，或换一个优盘，{again}。</source>
        <translation>Not enough room on the stick: {need} KB needed, {free} KB left. Delete files you do not need, or take another stick, and {again}.</translation>
    </message>
    <message>
        <source>优盘是只读的，写不进去：请关掉优盘上的写保护开关，或换一个优盘，{again}。</source>
        <translation>The stick is read-only: turn off its write protection, or take another stick, and {again}.</translation>
    </message>
    <message>
        <source>没有权限写入这个文件夹，或优盘有写保护：请换一个文件夹或优盘，{again}。</source>
        <translation>No permission to write to this folder, or the stick is write-protected: take another folder or stick and {again}.</translation>
    </message>
    <message>
        <source>优盘写到一半满了，没有留下半个文件：请删掉不用的文件，或换一个优盘，{again}。</source>
        <translation>The stick became full half way; no half file was left: delete files you do not need, or take another stick, and {again}.</translation>
    </message>
    <message>
        <source>找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘，{again}。</source>
        <translation>The stick or folder is gone; it may have been pulled out. No data is lost: plug the stick in and {again}.</translation>
    </message>
    <message>
        <source>优盘上已有同名但内容不同的文件 {name}：请先把它移走，{again}。</source>
        <translation>The stick holds a file named {name} with other contents: move it away, then {again}.</translation>
    </message>
    <message>
        <source>写到优盘上的内容读回来不一样，这个优盘可能坏了：请换一个优盘，{again}。</source>
        <translation>What was written to the stick reads back differently; the stick may be broken: take another stick and {again}.</translation>
    </message>
    <message>
        <source>找不到 {name}：请检查路径，并确认优盘已插好。</source>
        <translation>{name} is not there: check the path and that the stick is plugged in.</translation>
    </message>
    <message>
        <source>回执里的迁移户资料看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。</source>
        <translation>What the answer says of moving households cannot be understood: it was not made by this program, or by another version. Upgrade the program, or ask the county to write the answer again.</translation>
    </message>
    <message>
        <source>回执里各台电脑的先后次序看不懂，文件不是本程序做的，或版本不同：请升级程序，或请县里重新写回执。</source>
        <translation>The order of the computers&apos; acts in this answer cannot be read; the file is not of this program, or of another version: upgrade, or ask the county to write the answer again.</translation>
    </message>
    <message>
        <source>没有名为“{name}”的本地参数：可选 {names}。</source>
        <translation>There is no local value named “{name}”: choose from {names}.</translation>
    </message>
    <message>
        <source>这份文件的种类（{kind}）本版本不认识：请先升级本程序再导入。</source>
        <translation>This version does not know the kind {kind} of this file: update the program, then import it.</translation>
    </message>
    <message>
        <source>这份回执是给另一台电脑的：请向县里要给本机的回执。</source>
        <translation>This answer is for another laptop: ask the county for the one for this laptop.</translation>
    </message>
    <message>
        <source>这个公民身份号码已登记在 {where}：同一人不能登记两次，请打开那一户核对。</source>
        <translation>This identity number is registered in {where}: nobody can be registered twice; open that household and check.</translation>
    </message>
    <message>
        <source>缴费日期不能在今天之后：请核对。</source>
        <translation>The payment date cannot be in the future: check it.</translation>
    </message>
    <message>
        <source>请填写经收人。</source>
        <translation>Enter the collector.</translation>
    </message>
    <message>
        <source>这一项太长：最多 {most} 个字。</source>
        <translation>This is too long: at most {most} characters.</translation>
    </message>
    <message>
        <source>{year} 年没有 {tier} 元这一档：可选 {tiers}。</source>
        <translation>{year} has no tier of {tier} yuan; there are {tiers}.</translation>
    </message>
    <message>
        <source>请填写冲销原因：原记录和冲销记录都会保留。</source>
        <translation>Enter why it is reversed: both entries are kept.</translation>
    </message>
    <message>
        <source>{year} 年已有一笔{payer} {amount} 元（{day}）：同一年不能再缴一次，要改请先冲销那一笔。</source>
        <translation>{year} has a payment of {amount} yuan already ({payer}, {day}): nobody pays twice a year. To change it, reverse that one first.</translation>
    </message>
    <message>
        <source>{year} 年已在{village}有一笔{payer} {amount} 元（{day}）：随户迁来，同一年不能再缴一次；那一笔记错了的，请{village}冲销后重新登记；退了费的，等县里的回执说那里已冲销，再在本村登记。</source>
        <translation>For {year} there is a payment in {village} already ({payer}, {amount} yuan, {day}), which came with the household: nobody pays twice for a year. If it is wrong, {village} takes it back and records it anew; if it was refunded, record it here once the county&apos;s answer says that it was taken back there.</translation>
    </message>
    <message>
        <source>这一笔本身是冲销记录，不能再冲销：要恢复请重新登记缴费。</source>
        <translation>This entry is itself a reversal: to undo it, record the payment anew.</translation>
    </message>
    <message>
        <source>这一笔已经冲销过了。</source>
        <translation>This entry is already reversed.</translation>
    </message>
    <message>
        <source>冲销日期应在缴费日期 {day} 之后、今天之前。</source>
        <translation>The reversal must lie between the payment on {day} and today.</translation>
    </message>
    <message>
        <source>区划代码应是 6 位数字，如 532325：请核对后填写。</source>
        <translation>A region code has 6 digits, as 532325: check it and type it again.</translation>
    </message>
    <message>
        <source>这个文件夹里已经有数据：请换一个空文件夹。</source>
        <translation>This folder holds data already: take an empty one.</translation>
    </message>
    <message>
        <source>没有编号为“{install}”的电脑：请用 clerk county report 查看编号。</source>
        <translation>There is no laptop with the id “{install}”: clerk county report lists them.</translation>
    </message>
    <message>
        <source>{label}应是 1 到 {most} 个能打印的字。</source>
        <translation>{label}: 1 to {most} printable characters are wanted.</translation>
    </message>
    <message>
        <source>这台电脑已被撤销，不能再准入：请让村里在新的数据文件夹里重新登记。</source>
        <translation>This laptop was revoked and cannot be admitted again: let the village enrol with a new data folder.</translation>
    </message>
    <message>
        <source>还没有准入的电脑，没有可写的回执：请先导入村里的报送包并准入。</source>
        <translation>No laptop is admitted yet, so there is nobody to answer: take in the village&apos;s packet and admit it first.</translation>
    </message>
    <message>
        <source>没有邀请过村代码为 {code} 的村：请核对村代码。</source>
        <translation>No village with the code {code} was invited: check the code.</translation>
    </message>
    <message>
        <source>第“{ref}”号来文不止一份（{refs}）：请写全编号。</source>
        <translation>There is more than one publication {ref} ({refs}): write the whole number.</translation>
    </message>
    <message>
        <source>没有第“{ref}”号来文：请用 clerk county report 查看，“来文”表的第一列就是编号，如 1-17。</source>
        <translation>There is no publication {ref}: run clerk county report; the first column of the table of publications holds the numbers, such as 1-17.</translation>
    </message>
    <message>
        <source>这不是村里的报送包（种类 {kind}）：县里只收村里的报送包。</source>
        <translation>This is no village&apos;s packet (kind {kind}): the county takes in only those.</translation>
    </message>
    <message>
        <source>没有邀请过村代码为 {code} 的村：请先用 clerk county invite 邀请。</source>
        <translation>No village with the code {code} was invited: invite it first with clerk county invite.</translation>
    </message>
    <message>
        <source>电脑 {install} 登记的是另一把签名密钥或另一个村：这份文件可能是冒充的，不能导入。</source>
        <translation>Laptop {install} is known with another signing key or village: this file may be forged and is refused.</translation>
    </message>
    <message>
        <source>演示户数应在 1 到 {most} 之间。</source>
        <translation>The demo takes 1 to {most} households.</translation>
    </message>
    <message>
        <source>演示数据写不下：请换一个空间足够的文件夹。</source>
        <translation>There is no room for the demo: take a folder with more space.</translation>
    </message>
    <message>
        <source>找不到这份低保档案：请在低保列表里重新打开。</source>
        <translation>This dibao case is gone: open it again from the list.</translation>
    </message>
    <message>
        <source>申请日期不能在今天之后：请核对。</source>
        <translation>The application date cannot be in the future: check it.</translation>
    </message>
    <message>
        <source>这份档案已是“{stage}”，县里决定所依据的内容不能再改。</source>
        <translation>The case is at &quot;{stage}&quot;: what the county decided on cannot change any more.</translation>
    </message>
    <message>
        <source>还没有填写本县的低保标准（元/月）：请先到“设置 → 本地标准”填写。</source>
        <translation>The county&apos;s dibao standard (yuan a month) is not filled in: enter it in &quot;Settings → Local values&quot;.</translation>
    </message>
    <message>
        <source>请先回答“家庭财产是否在规定限额内”：没有这一项不能提出类别。</source>
        <translation>First answer whether the property is within the limits: no class can be proposed without it.</translation>
    </message>
    <message>
        <source>政策包没有给出低保结论：请检查“设置”里的政策包。</source>
        <translation>The policy pack gives no dibao outcome: check the pack in Settings.</translation>
    </message>
    <message>
        <source>规则算出的是“{rule}”，您选的是“{own}”：两者不同时请写明理由。</source>
        <translation>The rules give &quot;{rule}&quot;, you chose &quot;{own}&quot;: say why they differ.</translation>
    </message>
    <message>
        <source>理由太长：最多 {most} 个字。</source>
        <translation>The reason is too long: at most {most} characters.</translation>
    </message>
    <message>
        <source>请填写县级确认文书的文号：村里不能自行作出决定。</source>
        <translation>Enter the number of the county&apos;s paper: the village never decides.</translation>
    </message>
    <message>
        <source>决定日期不能在今天之后：请照文书填写。</source>
        <translation>The decision date cannot be in the future: enter it as on the paper.</translation>
    </message>
    <message>
        <source>予以确认时要填写类别和月保障金额：请照文书填写。</source>
        <translation>A grant needs class and monthly amount: enter them as on the paper.</translation>
    </message>
    <message>
        <source>月保障金额应大于 0：请照文书填写。</source>
        <translation>The monthly amount must be more than 0: enter it as on the paper.</translation>
    </message>
    <message>
        <source>复核日期不能在今天之后：请核对。</source>
        <translation>The review date cannot be in the future: check it.</translation>
    </message>
    <message>
        <source>这一户已销户，不能受理低保申请。</source>
        <translation>This household is closed; it cannot apply for dibao.</translation>
    </message>
    <message>
        <source>这一户已有办理中或在保的低保档案：请打开原来的那一份。</source>
        <translation>This household has a dibao case that is open or granted: open that one.</translation>
    </message>
    <message>
        <source>收入和扣除都不能是负数：亏损请填 0 并在说明里写明。</source>
        <translation>Income and costs cannot be negative: for a loss enter 0 and say so in the description.</translation>
    </message>
    <message>
        <source>收入或扣除超过 {most} 元：请核对是否多写了零。</source>
        <translation>Income or costs exceed {most} yuan: look for a zero too many.</translation>
    </message>
    <message>
        <source>请先提出类别（A/B/C），再进入下一环节。</source>
        <translation>Propose a class (A/B/C) before the next stage.</translation>
    </message>
    <message>
        <source>不能从“{old}”直接到“{new}”：请按顺序办理。</source>
        <translation>&quot;{old}&quot; does not lead to &quot;{new}&quot;: take the stages in order.</translation>
    </message>
    <message>
        <source>案件还在“{stage}”：到“县级确认”环节才能登记县里的决定。</source>
        <translation>The case is still at &quot;{stage}&quot;: the decision can be recorded at the stage &quot;County decision&quot;.</translation>
    </message>
    <message>
        <source>决定日期早于申请日期 {day}：请照文书填写。</source>
        <translation>The decision is earlier than the application of {day}: enter it as on the paper.</translation>
    </message>
    <message>
        <source>只有在保的家庭才需要复核。</source>
        <translation>Only granted households are reviewed.</translation>
    </message>
    <message>
        <source>复核日期早于上次的 {day}：请核对。</source>
        <translation>The review is earlier than the last one of {day}: check it.</translation>
    </message>
    <message>
        <source>指纹不符：纸条上是 {typed}，文件里是 {mark}。请不要使用这个文件，联系县里重新要邀请。</source>
        <translation>The fingerprints differ: the slip says {typed}, the file {mark}. Do not use this file; ask the county for a new invitation.</translation>
    </message>
    <message>
        <source>没有找到县里的邀请文件：请检查优盘，或直接指定邀请文件。</source>
        <translation>No invitation of the county was found: check the stick, or name the file.</translation>
    </message>
    <message>
        <source>优盘上有几个不同的县的邀请：请直接指定一个邀请文件。</source>
        <translation>The stick has invitations of several counties: name one file.</translation>
    </message>
    <message>
        <source>邀请文件是给别的村的，不是给村代码 {code} 的：请向县里要本村的邀请。</source>
        <translation>The invitation is for another village, not for the code {code}: ask the county for yours.</translation>
    </message>
    <message>
        <source>文件“{name}”里没有县公钥（以 age1 开头的一行）：请选县里给的公钥文件。</source>
        <translation>&quot;{name}&quot; holds no county key (a line that begins with age1): choose the county&apos;s key file.</translation>
    </message>
    <message>
        <source>文件“{name}”读不出来，或不是文本文件：请选县里给的公钥文件。</source>
        <translation>&quot;{name}&quot; cannot be read or is no text: choose the county&apos;s key file.</translation>
    </message>
    <message>
        <source>找不到这一户：可能是链接过期，请在住户列表里重新打开。</source>
        <translation>This household is gone; the link may be old: open it from the list.</translation>
    </message>
    <message>
        <source>没有户编号为“{number}”的住户：请用 clerk household list 查看编号。</source>
        <translation>No household has the number &quot;{number}&quot;: clerk household list shows them.</translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation>Enter the name.</translation>
    </message>
    <message>
        <source>姓名太长或含有不能打印的字符：最多 {most} 个字。</source>
        <translation>The name is too long or holds unprintable characters: at most {most} characters.</translation>
    </message>
    <message>
        <source>民族代码“{code}”不在国标表内：请从列表里选。</source>
        <translation>The nation code &quot;{code}&quot; is not in the standard: choose from the list.</translation>
    </message>
    <message>
        <source>电话、残疾证号或备注太长：最多 {most} 个字。</source>
        <translation>Phone, disability card or note is too long: at most {most} characters.</translation>
    </message>
    <message>
        <source>残疾等级应是一级到四级：请从列表里选。</source>
        <translation>The disability grade is 1 to 4: choose from the list.</translation>
    </message>
    <message>
        <source>出生日期 {day} 在今天之后：请核对。</source>
        <translation>The birth date {day} lies in the future: check it.</translation>
    </message>
    <message>
        <source>按出生日期 {day} 已超过 130 岁：请核对。</source>
        <translation>Born on {day}, the person would be over 130: check it.</translation>
    </message>
    <message>
        <source>死亡日期应在出生之后、今天或以前：请核对。</source>
        <translation>The death must lie after the birth and not in the future: check it.</translation>
    </message>
    <message>
        <source>一户必须有且只有一位户主，现在有 {heads} 位：请检查“与户主关系”。</source>
        <translation>A household has exactly one head, here are {heads}: check the relations.</translation>
    </message>
    <message>
        <source>户编号“{number}”已被另一户使用：请换一个，或留空自动编号。</source>
        <translation>Another household has the number &quot;{number}&quot;: take another, or leave it empty for the next free one.</translation>
    </message>
    <message>
        <source>与户主关系代码“{code}”不在国标表内：请从列表里选。</source>
        <translation>The relation code &quot;{code}&quot; is not in the standard: choose from the list.</translation>
    </message>
    <message>
        <source>“证件核实中”的号码也应是 15 或 18 位：请照证件原样填写。</source>
        <translation>A number being verified has 15 or 18 characters too: enter it as it stands on the card.</translation>
    </message>
    <message>
        <source>面积应在 0 到 100000 之间：请核对。</source>
        <translation>The area must be from 0 to 100000: check it.</translation>
    </message>
    <message>
        <source>请填写作废原因，最多 {most} 个字。</source>
        <translation>Enter why it is void, at most {most} characters.</translation>
    </message>
    <message>
        <source>没有叫“{kind}”的文书：可选 {kinds}。</source>
        <translation>There is no document &quot;{kind}&quot;; there are {kinds}.</translation>
    </message>
    <message>
        <source>请先选择要打印的住户。</source>
        <translation>First choose the households to print.</translation>
    </message>
    <message>
        <source>一次最多打印 {most} 户：请按村民小组分批打印。</source>
        <translation>At most {most} households at once: print group by group.</translation>
    </message>
    <message>
        <source>{number} 户 {year} 年没有需要缴{insurance}的成员，不用发通知。</source>
        <translation>Household {number} has nobody who must pay for {year} ({insurance}): no notice is due.</translation>
    </message>
    <message>
        <source>{number} 号文书已作废，不能重印：请重新开一份。</source>
        <translation>Document {number} is void and cannot be reprinted: make a new one.</translation>
    </message>
    <message>
        <source>{number} 号文书已经作废。</source>
        <translation>Document {number} is already void.</translation>
    </message>
    <message>
        <source>离户日期不能在今天之后：请核对。</source>
        <translation>The day of leaving cannot be in the future: check it.</translation>
    </message>
    <message>
        <source>这一户已销户，不能再加成员：请登记到现在的户里。</source>
        <translation>This household is closed and takes no members: register the person where he or she lives now.</translation>
    </message>
    <message>
        <source>这一户已经有户主：请选别的关系，或先变更户主。</source>
        <translation>This household has a head: choose another relation, or change the head first.</translation>
    </message>
    <message>
        <source>户主不能在这里直接改：一户必须有且只有一位户主，请用“变更户主”。</source>
        <translation>The head cannot be changed here: a household has exactly one. Use &quot;Change head&quot;.</translation>
    </message>
    <message>
        <source>这位成员已在 {day} 离户：不用再办。</source>
        <translation>This member left on {day}: nothing to do.</translation>
    </message>
    <message>
        <source>离户日期早于入户日期 {day}：请核对。</source>
        <translation>The day of leaving is before the day of joining, {day}: check it.</translation>
    </message>
    <message>
        <source>户主离户前请先变更户主：还有 {count} 位成员在这一户。</source>
        <translation>Change the head before the head leaves: members still in the household: {count}.</translation>
    </message>
    <message>
        <source>止日早于起日：请核对。</source>
        <translation>The last day is before the first: please check.</translation>
    </message>
    <message>
        <source>{kind}已在 {day} 终止：不用再办。</source>
        <translation>{kind} ended on {day}: nothing to do.</translation>
    </message>
    <message>
        <source>止日早于起日 {day}：请核对。</source>
        <translation>The last day is before the first, {day}: check it.</translation>
    </message>
    <message>
        <source>{kind}从 {day} 起已经登记：不用重复登记。</source>
        <translation>{kind} is recorded since {day}: nothing to do.</translation>
    </message>
    <message>
        <source>第 {row} 行起的一户没有导入：{why}</source>
        <translation>The household from row {row} was not imported: {why}</translation>
    </message>
    <message>
        <source>变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。</source>
        <translation>The journal holds something this version does not know ({table}): update the program and retry.</translation>
    </message>
    <message>
        <source>变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。</source>
        <translation>The journal does not join the data ({table}, version {base}): entries are missing between.</translation>
    </message>
    <message>
        <source>第 {number} 号变更记录与现有数据冲突（{table}）：可能已经收过，或中间缺了记录。</source>
        <translation>Journal entry {number} conflicts with the data ({table}): it may have come before, or entries are missing between.</translation>
    </message>
    <message>
        <source>没有编号为“{item}”的待办，或已经办结：请刷新后再看。</source>
        <translation>There is no open item “{item}”; it may be settled: refresh and look again.</translation>
    </message>
    <message>
        <source>这个文件夹里已经有县级数据库：请换一个空文件夹。</source>
        <translation>This folder has a county&apos;s database already: take an empty one.</translation>
    </message>
    <message>
        <source>数据文件夹里找不到县级数据库 {name}：请检查文件夹，或用最近的备份恢复。</source>
        <translation>The county&apos;s database {name} is not in the data folder: check the folder, or restore the latest backup.</translation>
    </message>
    <message>
        <source>数据库里不是这个县的数据：请检查数据库地址，或从备份恢复数据库。</source>
        <translation>The database holds another county&apos;s data: check its address, or restore it from a backup.</translation>
    </message>
    <message>
        <source>县级数据库由更新版本的程序建立：请安装新版程序后再打开。</source>
        <translation>The county&apos;s database was made by a newer version: install it, then open the data.</translation>
    </message>
    <message>
        <source>数据库服务器版本太旧：需要 PostgreSQL 15 或更新的版本。</source>
        <translation>The database server is too old: PostgreSQL 15 or newer is needed.</translation>
    </message>
    <message>
        <source>这个数据库里已经有县级数据：请换一个空的数据库。</source>
        <translation>This database holds a county&apos;s data already: take an empty one.</translation>
    </message>
    <message>
        <source>数据库地址不对：应形如 postgresql+psycopg://用户@主机/库名。</source>
        <translation>The database address is wrong: it looks like postgresql+psycopg://user@host/name.</translation>
    </message>
    <message>
        <source>连不上数据库服务器：请检查地址、用户和密码，以及服务器是否开着。</source>
        <translation>The database server does not answer: check address, user and password, and that it is running.</translation>
    </message>
    <message>
        <source>数据库用户没有建表的权限：请换一个库，或给这个用户权限。</source>
        <translation>The database user may not create tables: take another database, or give the user that right.</translation>
    </message>
    <message>
        <source>数据库打不开：密钥与文件不符，或文件已损坏。请不要删除任何文件，用最近的备份恢复。</source>
        <translation>The database does not open: the key does not fit, or the file is damaged. Delete nothing; restore the latest backup.</translation>
    </message>
    <message>
        <source>磁盘已满，刚才这一步没有保存，以前的数据都在。请清理磁盘空间后再保存一次。</source>
        <translation>The disk is full; this step was not saved, earlier data is there. Make room and save again.</translation>
    </message>
    <message>
        <source>数据正被另一个窗口或程序写入，刚才这一步没有保存。请关掉另一个程序后再试。</source>
        <translation>Another window or program is writing; this step was not saved. Close it and retry.</translation>
    </message>
    <message>
        <source>数据文件夹是只读的，刚才这一步没有保存。请检查文件夹的权限或更换文件夹。</source>
        <translation>The data folder is read-only; this step was not saved. Check its permissions or take another folder.</translation>
    </message>
    <message>
        <source>数据库文件已损坏。请不要继续录入，用最近的备份恢复。</source>
        <translation>The database file is damaged. Enter nothing more; restore the latest backup.</translation>
    </message>
    <message>
        <source>文字里有不能保存的字符，可能是从别处粘贴来的：请删去后重新输入。</source>
        <translation>The text holds a character that cannot be stored, perhaps pasted from elsewhere: delete it and type it again.</translation>
    </message>
    <message>
        <source>数据库是空的或不完整：请用最近的备份恢复，不要删除任何文件。</source>
        <translation>The database is empty or incomplete: restore the latest backup and delete nothing.</translation>
    </message>
    <message>
        <source>这份数据由更新版本的程序建立（{revision}）：请安装新版程序后再打开。</source>
        <translation>A newer version made this data ({revision}): install it, then open.</translation>
    </message>
    <message>
        <source>数据正被另一个窗口或程序使用，不能升级：请关掉另一个程序后再打开。</source>
        <translation>Another window or program uses the data, so it cannot be upgraded: close it, then open again.</translation>
    </message>
    <message>
        <source>升级数据时磁盘写不进去（{reason}）：原来的数据没有动。请清理磁盘后重新打开。</source>
        <translation>The disk refused the upgrade ({reason}): the old data is untouched. Make room and open again.</translation>
    </message>
    <message>
        <source>数据库检查没有通过（{check}）：请不要继续录入，用最近的备份恢复。</source>
        <translation>The database failed its check ({check}): enter nothing more; restore the latest backup.</translation>
    </message>
    <message>
        <source>县里发回的变更与本机接不上（{reason}）：本机数据没有动。请升级程序，或联系县里。</source>
        <translation>The acts that the county sent back do not fit this laptop ({reason}): nothing here has changed. Update the program, or ask the county.</translation>
    </message>
    <message>
        <source>检索表缺少 {count} 人：重新建立检索即可，数据没有丢失。</source>
        <translation>The search table lacks {count} people: build it again; no data is lost.</translation>
    </message>
    <message>
        <source>数据库里有读不出来的内容，可能被改动：请用最近的备份恢复。</source>
        <translation>The database holds something unreadable; it may have been changed: restore the latest backup.</translation>
    </message>
    <message>
        <source>要找的记录不存在或不属于本村：请刷新列表后重试。</source>
        <translation>This record does not exist or is not of this village: reload the list and retry.</translation>
    </message>
    <message>
        <source>这条记录刚被别处修改过：请先刷新，看过新内容再改，您刚填的内容还在屏幕上。</source>
        <translation>This record has just been changed elsewhere: reload, look at it, then change it. What you typed is still on the screen.</translation>
    </message>
    <message>
        <source>这个文件夹里已经有数据库：请直接打开，或换一个空文件夹。</source>
        <translation>This folder already holds a database: open it, or take an empty folder.</translation>
    </message>
    <message>
        <source>数据文件夹里找不到数据库 {name}：请检查文件夹，或用最近的备份恢复。</source>
        <translation>The data folder lacks the database {name}: check the folder, or restore the latest backup.</translation>
    </message>
</context>
<context>
    <name>relations</name>
    <message>
        <source>本人</source>
        <translation>You</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>Head</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>spouse</translation>
    </message>
    <message>
        <source>夫</source>
        <translation>husband</translation>
    </message>
    <message>
        <source>妻</source>
        <translation>wife</translation>
    </message>
    <message>
        <source>子</source>
        <translation>son</translation>
    </message>
    <message>
        <source>独生子</source>
        <translation>only son</translation>
    </message>
    <message>
        <source>长子</source>
        <translation>eldest son</translation>
    </message>
    <message>
        <source>次子</source>
        <translation>second son</translation>
    </message>
    <message>
        <source>三子</source>
        <translation>third son</translation>
    </message>
    <message>
        <source>四子</source>
        <translation>fourth son</translation>
    </message>
    <message>
        <source>五子</source>
        <translation>fifth son</translation>
    </message>
    <message>
        <source>养子或继子</source>
        <translation>adopted son or stepson</translation>
    </message>
    <message>
        <source>女婿</source>
        <translation>son-in-law</translation>
    </message>
    <message>
        <source>其他儿子</source>
        <translation>other son</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Daughter</translation>
    </message>
    <message>
        <source>独生女</source>
        <translation>only daughter</translation>
    </message>
    <message>
        <source>长女</source>
        <translation>eldest daughter</translation>
    </message>
    <message>
        <source>次女</source>
        <translation>second daughter</translation>
    </message>
    <message>
        <source>三女</source>
        <translation>third daughter</translation>
    </message>
    <message>
        <source>四女</source>
        <translation>fourth daughter</translation>
    </message>
    <message>
        <source>五女</source>
        <translation>fifth daughter</translation>
    </message>
    <message>
        <source>养女或继女</source>
        <translation>adopted or stepdaughter</translation>
    </message>
    <message>
        <source>儿媳</source>
        <translation>daughter-in-law</translation>
    </message>
    <message>
        <source>其他女儿</source>
        <translation>other daughter</translation>
    </message>
    <message>
        <source>孙子、孙女或外孙子、外孙女</source>
        <translation>grandchild</translation>
    </message>
    <message>
        <source>孙子</source>
        <translation>grandson</translation>
    </message>
    <message>
        <source>孙女</source>
        <translation>granddaughter</translation>
    </message>
    <message>
        <source>外孙子</source>
        <translation>daughter&apos;s son</translation>
    </message>
    <message>
        <source>外孙女</source>
        <translation>daughter&apos;s daughter</translation>
    </message>
    <message>
        <source>孙媳妇或外孙媳妇</source>
        <translation>grandson&apos;s wife</translation>
    </message>
    <message>
        <source>孙女婿或外孙女婿</source>
        <translation>granddaughter&apos;s husband</translation>
    </message>
    <message>
        <source>曾孙子或外曾孙子</source>
        <translation>great-grandson</translation>
    </message>
    <message>
        <source>曾孙女或外曾孙女</source>
        <translation>great-granddaughter</translation>
    </message>
    <message>
        <source>其他孙辈</source>
        <translation>other grandchild</translation>
    </message>
    <message>
        <source>父母</source>
        <translation>parent</translation>
    </message>
    <message>
        <source>父亲</source>
        <translation>father</translation>
    </message>
    <message>
        <source>母亲</source>
        <translation>mother</translation>
    </message>
    <message>
        <source>公公</source>
        <translation>husband&apos;s father</translation>
    </message>
    <message>
        <source>婆婆</source>
        <translation>husband&apos;s mother</translation>
    </message>
    <message>
        <source>岳父</source>
        <translation>wife&apos;s father</translation>
    </message>
    <message>
        <source>岳母</source>
        <translation>wife&apos;s mother</translation>
    </message>
    <message>
        <source>继父或养父</source>
        <translation>step or adoptive father</translation>
    </message>
    <message>
        <source>继母或养母</source>
        <translation>step or adoptive mother</translation>
    </message>
    <message>
        <source>其他父母关系</source>
        <translation>other parent</translation>
    </message>
    <message>
        <source>祖父母或外祖父母</source>
        <translation>grandparent</translation>
    </message>
    <message>
        <source>祖父</source>
        <translation>grandfather</translation>
    </message>
    <message>
        <source>祖母</source>
        <translation>grandmother</translation>
    </message>
    <message>
        <source>外祖父</source>
        <translation>mother&apos;s father</translation>
    </message>
    <message>
        <source>外祖母</source>
        <translation>mother&apos;s mother</translation>
    </message>
    <message>
        <source>配偶的祖父母或外祖父母</source>
        <translation>spouse&apos;s grandparent</translation>
    </message>
    <message>
        <source>曾祖父</source>
        <translation>great-grandfather</translation>
    </message>
    <message>
        <source>曾祖母</source>
        <translation>great-grandmother</translation>
    </message>
    <message>
        <source>配偶的曾祖父母或外曾祖父母</source>
        <translation>spouse&apos;s great-grandparent</translation>
    </message>
    <message>
        <source>其他祖父母或外祖父母</source>
        <translation>other grandparent</translation>
    </message>
    <message>
        <source>兄弟姐妹</source>
        <translation>sibling</translation>
    </message>
    <message>
        <source>兄</source>
        <translation>elder brother</translation>
    </message>
    <message>
        <source>嫂</source>
        <translation>elder brother&apos;s wife</translation>
    </message>
    <message>
        <source>弟</source>
        <translation>younger brother</translation>
    </message>
    <message>
        <source>弟媳</source>
        <translation>younger brother&apos;s wife</translation>
    </message>
    <message>
        <source>姐姐</source>
        <translation>elder sister</translation>
    </message>
    <message>
        <source>姐夫</source>
        <translation>elder sister&apos;s husband</translation>
    </message>
    <message>
        <source>妹妹</source>
        <translation>younger sister</translation>
    </message>
    <message>
        <source>妹夫</source>
        <translation>younger sister&apos;s husband</translation>
    </message>
    <message>
        <source>其他兄弟姐妹</source>
        <translation>other sibling</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>Other</translation>
    </message>
    <message>
        <source>伯父</source>
        <translation>father&apos;s elder brother</translation>
    </message>
    <message>
        <source>伯母</source>
        <translation>father&apos;s elder brother&apos;s wife</translation>
    </message>
    <message>
        <source>叔父</source>
        <translation>father&apos;s younger brother</translation>
    </message>
    <message>
        <source>婶母</source>
        <translation>father&apos;s younger brother&apos;s wife</translation>
    </message>
    <message>
        <source>舅父</source>
        <translation>mother&apos;s brother</translation>
    </message>
    <message>
        <source>舅母</source>
        <translation>mother&apos;s brother&apos;s wife</translation>
    </message>
    <message>
        <source>姨父</source>
        <translation>mother&apos;s sister&apos;s husband</translation>
    </message>
    <message>
        <source>姨母</source>
        <translation>mother&apos;s sister</translation>
    </message>
    <message>
        <source>姑父</source>
        <translation>father&apos;s sister&apos;s husband</translation>
    </message>
    <message>
        <source>姑母</source>
        <translation>father&apos;s sister</translation>
    </message>
    <message>
        <source>堂兄弟、堂姐妹</source>
        <translation>cousin (father&apos;s side)</translation>
    </message>
    <message>
        <source>表兄弟、表姐妹</source>
        <translation>cousin (other)</translation>
    </message>
    <message>
        <source>侄子</source>
        <translation>brother&apos;s son</translation>
    </message>
    <message>
        <source>侄女</source>
        <translation>brother&apos;s daughter</translation>
    </message>
    <message>
        <source>外甥</source>
        <translation>sister&apos;s son</translation>
    </message>
    <message>
        <source>外甥女</source>
        <translation>sister&apos;s daughter</translation>
    </message>
    <message>
        <source>其他亲属</source>
        <translation>other relative</translation>
    </message>
    <message>
        <source>非亲属</source>
        <translation>not related</translation>
    </message>
</context>
<context>
    <name>terms</name>
    <message>
        <source>经办人</source>
        <translation>Clerk</translation>
    </message>
    <message>
        <source>协助员</source>
        <translation>Assistant</translation>
    </message>
    <message>
        <source>男</source>
        <translation>Male</translation>
    </message>
    <message>
        <source>女</source>
        <translation>Female</translation>
    </message>
    <message>
        <source>具备</source>
        <translation>full</translation>
    </message>
    <message>
        <source>部分丧失</source>
        <translation>partial</translation>
    </message>
    <message>
        <source>完全丧失</source>
        <translation>none</translation>
    </message>
    <message>
        <source>未婚</source>
        <translation>single</translation>
    </message>
    <message>
        <source>已婚</source>
        <translation>married</translation>
    </message>
    <message>
        <source>初婚</source>
        <translation>first marriage</translation>
    </message>
    <message>
        <source>再婚</source>
        <translation>remarried</translation>
    </message>
    <message>
        <source>复婚</source>
        <translation>remarried to the same</translation>
    </message>
    <message>
        <source>丧偶</source>
        <translation>widowed</translation>
    </message>
    <message>
        <source>离婚</source>
        <translation>divorced</translation>
    </message>
    <message>
        <source>未说明</source>
        <translation>not stated</translation>
    </message>
    <message>
        <source>研究生</source>
        <translation>postgraduate</translation>
    </message>
    <message>
        <source>大学本科</source>
        <translation>bachelor</translation>
    </message>
    <message>
        <source>大学专科</source>
        <translation>college</translation>
    </message>
    <message>
        <source>中等职业</source>
        <translation>vocational school</translation>
    </message>
    <message>
        <source>普通高中</source>
        <translation>senior school</translation>
    </message>
    <message>
        <source>初中</source>
        <translation>junior school</translation>
    </message>
    <message>
        <source>小学</source>
        <translation>primary school</translation>
    </message>
    <message>
        <source>其他</source>
        <translation>other</translation>
    </message>
    <message>
        <source>外出务工</source>
        <translation>working elsewhere</translation>
    </message>
    <message>
        <source>外出上学</source>
        <translation>studying elsewhere</translation>
    </message>
    <message>
        <source>婚嫁在外、户口未迁</source>
        <translation>married away, still on the book</translation>
    </message>
    <message>
        <source>在外居住</source>
        <translation>living elsewhere</translation>
    </message>
    <message>
        <source>服刑</source>
        <translation>In prison</translation>
    </message>
    <message>
        <source>强制隔离戒毒</source>
        <translation>in compulsory rehabilitation</translation>
    </message>
    <message>
        <source>宣告失踪</source>
        <translation>declared missing</translation>
    </message>
    <message>
        <source>脱离家庭的宗教教职人员</source>
        <translation>clergy apart from the family</translation>
    </message>
    <message>
        <source>照片</source>
        <translation>Photo</translation>
    </message>
    <message>
        <source>身份证</source>
        <translation>Identity card</translation>
    </message>
    <message>
        <source>户口簿</source>
        <translation>Household book</translation>
    </message>
    <message>
        <source>残疾人证</source>
        <translation>Disability card</translation>
    </message>
    <message>
        <source>诊断和病历</source>
        <translation>Diagnosis and records</translation>
    </message>
    <message>
        <source>收入和财产证明</source>
        <translation>Proof of income and property</translation>
    </message>
    <message>
        <source>申请书和授权书</source>
        <translation>Application and authorisation</translation>
    </message>
    <message>
        <source>其他材料</source>
        <translation>Other papers</translation>
    </message>
    <message>
        <source>惠农补贴一卡通</source>
        <translation>Farm subsidy card</translation>
    </message>
    <message>
        <source>社会保障卡</source>
        <translation>Social security card</translation>
    </message>
    <message>
        <source>低保金</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>养老金</source>
        <translation>Pension</translation>
    </message>
    <message>
        <source>文盲或半文盲</source>
        <translation>cannot or barely read</translation>
    </message>
    <message>
        <source>学龄前</source>
        <translation>below school age</translation>
    </message>
    <message>
        <source>农业</source>
        <translation>rural</translation>
    </message>
    <message>
        <source>非农业</source>
        <translation>non-rural</translation>
    </message>
    <message>
        <source>居民</source>
        <translation>resident</translation>
    </message>
    <message>
        <source>城乡居民养老</source>
        <translation>residents&apos; pension</translation>
    </message>
    <message>
        <source>职工养老</source>
        <translation>employees&apos; pension</translation>
    </message>
    <message>
        <source>未参保</source>
        <translation>not insured</translation>
    </message>
    <message>
        <source>城乡居民医保</source>
        <translation>residents&apos; medical</translation>
    </message>
    <message>
        <source>职工医保</source>
        <translation>employees&apos; medical</translation>
    </message>
    <message>
        <source>视力</source>
        <translation>sight</translation>
    </message>
    <message>
        <source>听力</source>
        <translation>hearing</translation>
    </message>
    <message>
        <source>言语</source>
        <translation>speech</translation>
    </message>
    <message>
        <source>肢体</source>
        <translation>limbs</translation>
    </message>
    <message>
        <source>智力</source>
        <translation>intellect</translation>
    </message>
    <message>
        <source>精神</source>
        <translation>mind</translation>
    </message>
    <message>
        <source>多重</source>
        <translation>multiple</translation>
    </message>
    <message>
        <source>建档立卡贫困人口</source>
        <translation>Registered poor</translation>
    </message>
    <message>
        <source>低保对象</source>
        <translation>Dibao</translation>
    </message>
    <message>
        <source>特困人员</source>
        <translation>Tekun</translation>
    </message>
    <message>
        <source>低收入家庭成员</source>
        <translation>Low income</translation>
    </message>
    <message>
        <source>建档立卡贫困边缘户</source>
        <translation>Borderline poor</translation>
    </message>
    <message>
        <source>社会保障兜底脱贫对象</source>
        <translation>Safety net</translation>
    </message>
    <message>
        <source>计生特扶</source>
        <translation>Special support</translation>
    </message>
    <message>
        <source>节育手术并发症</source>
        <translation>Sterilisation complication</translation>
    </message>
    <message>
        <source>独生子女父母光荣证</source>
        <translation>One-child certificate</translation>
    </message>
    <message>
        <source>农村双女绝育</source>
        <translation>Two daughters, sterilised</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>self</translation>
    </message>
    <message>
        <source>户主</source>
        <translation>head</translation>
    </message>
    <message>
        <source>配偶</source>
        <translation>spouse</translation>
    </message>
    <message>
        <source>夫</source>
        <translation>husband</translation>
    </message>
    <message>
        <source>妻</source>
        <translation>wife</translation>
    </message>
    <message>
        <source>子</source>
        <translation>son</translation>
    </message>
    <message>
        <source>独生子</source>
        <translation>only son</translation>
    </message>
    <message>
        <source>长子</source>
        <translation>eldest son</translation>
    </message>
    <message>
        <source>次子</source>
        <translation>second son</translation>
    </message>
    <message>
        <source>三子</source>
        <translation>third son</translation>
    </message>
    <message>
        <source>四子</source>
        <translation>fourth son</translation>
    </message>
    <message>
        <source>五子</source>
        <translation>fifth son</translation>
    </message>
    <message>
        <source>养子或继子</source>
        <translation>adopted son or stepson</translation>
    </message>
    <message>
        <source>女婿</source>
        <translation>son-in-law</translation>
    </message>
    <message>
        <source>其他儿子</source>
        <translation>other son</translation>
    </message>
    <message>
        <source>独生女</source>
        <translation>only daughter</translation>
    </message>
    <message>
        <source>长女</source>
        <translation>eldest daughter</translation>
    </message>
    <message>
        <source>次女</source>
        <translation>second daughter</translation>
    </message>
    <message>
        <source>三女</source>
        <translation>third daughter</translation>
    </message>
    <message>
        <source>四女</source>
        <translation>fourth daughter</translation>
    </message>
    <message>
        <source>五女</source>
        <translation>fifth daughter</translation>
    </message>
    <message>
        <source>养女或继女</source>
        <translation>adopted or stepdaughter</translation>
    </message>
    <message>
        <source>儿媳</source>
        <translation>daughter-in-law</translation>
    </message>
    <message>
        <source>其他女儿</source>
        <translation>other daughter</translation>
    </message>
    <message>
        <source>孙子、孙女或外孙子、外孙女</source>
        <translation>grandchild</translation>
    </message>
    <message>
        <source>孙子</source>
        <translation>grandson</translation>
    </message>
    <message>
        <source>孙女</source>
        <translation>granddaughter</translation>
    </message>
    <message>
        <source>外孙子</source>
        <translation>daughter&apos;s son</translation>
    </message>
    <message>
        <source>外孙女</source>
        <translation>daughter&apos;s daughter</translation>
    </message>
    <message>
        <source>孙媳妇或外孙媳妇</source>
        <translation>grandson&apos;s wife</translation>
    </message>
    <message>
        <source>孙女婿或外孙女婿</source>
        <translation>granddaughter&apos;s husband</translation>
    </message>
    <message>
        <source>曾孙子或外曾孙子</source>
        <translation>great-grandson</translation>
    </message>
    <message>
        <source>曾孙女或外曾孙女</source>
        <translation>great-granddaughter</translation>
    </message>
    <message>
        <source>其他孙辈</source>
        <translation>other grandchild</translation>
    </message>
    <message>
        <source>父母</source>
        <translation>parent</translation>
    </message>
    <message>
        <source>父亲</source>
        <translation>father</translation>
    </message>
    <message>
        <source>母亲</source>
        <translation>mother</translation>
    </message>
    <message>
        <source>公公</source>
        <translation>husband&apos;s father</translation>
    </message>
    <message>
        <source>婆婆</source>
        <translation>husband&apos;s mother</translation>
    </message>
    <message>
        <source>岳父</source>
        <translation>wife&apos;s father</translation>
    </message>
    <message>
        <source>岳母</source>
        <translation>wife&apos;s mother</translation>
    </message>
    <message>
        <source>继父或养父</source>
        <translation>step or adoptive father</translation>
    </message>
    <message>
        <source>继母或养母</source>
        <translation>step or adoptive mother</translation>
    </message>
    <message>
        <source>其他父母关系</source>
        <translation>other parent</translation>
    </message>
    <message>
        <source>祖父母或外祖父母</source>
        <translation>grandparent</translation>
    </message>
    <message>
        <source>祖父</source>
        <translation>grandfather</translation>
    </message>
    <message>
        <source>祖母</source>
        <translation>grandmother</translation>
    </message>
    <message>
        <source>外祖父</source>
        <translation>mother&apos;s father</translation>
    </message>
    <message>
        <source>外祖母</source>
        <translation>mother&apos;s mother</translation>
    </message>
    <message>
        <source>配偶的祖父母或外祖父母</source>
        <translation>spouse&apos;s grandparent</translation>
    </message>
    <message>
        <source>曾祖父</source>
        <translation>great-grandfather</translation>
    </message>
    <message>
        <source>曾祖母</source>
        <translation>great-grandmother</translation>
    </message>
    <message>
        <source>配偶的曾祖父母或外曾祖父母</source>
        <translation>spouse&apos;s great-grandparent</translation>
    </message>
    <message>
        <source>其他祖父母或外祖父母</source>
        <translation>other grandparent</translation>
    </message>
    <message>
        <source>兄弟姐妹</source>
        <translation>sibling</translation>
    </message>
    <message>
        <source>兄</source>
        <translation>elder brother</translation>
    </message>
    <message>
        <source>嫂</source>
        <translation>elder brother&apos;s wife</translation>
    </message>
    <message>
        <source>弟</source>
        <translation>younger brother</translation>
    </message>
    <message>
        <source>弟媳</source>
        <translation>younger brother&apos;s wife</translation>
    </message>
    <message>
        <source>姐姐</source>
        <translation>elder sister</translation>
    </message>
    <message>
        <source>姐夫</source>
        <translation>elder sister&apos;s husband</translation>
    </message>
    <message>
        <source>妹妹</source>
        <translation>younger sister</translation>
    </message>
    <message>
        <source>妹夫</source>
        <translation>younger sister&apos;s husband</translation>
    </message>
    <message>
        <source>其他兄弟姐妹</source>
        <translation>other sibling</translation>
    </message>
    <message>
        <source>伯父</source>
        <translation>father&apos;s elder brother</translation>
    </message>
    <message>
        <source>伯母</source>
        <translation>father&apos;s elder brother&apos;s wife</translation>
    </message>
    <message>
        <source>叔父</source>
        <translation>father&apos;s younger brother</translation>
    </message>
    <message>
        <source>婶母</source>
        <translation>father&apos;s younger brother&apos;s wife</translation>
    </message>
    <message>
        <source>舅父</source>
        <translation>mother&apos;s brother</translation>
    </message>
    <message>
        <source>舅母</source>
        <translation>mother&apos;s brother&apos;s wife</translation>
    </message>
    <message>
        <source>姨父</source>
        <translation>mother&apos;s sister&apos;s husband</translation>
    </message>
    <message>
        <source>姨母</source>
        <translation>mother&apos;s sister</translation>
    </message>
    <message>
        <source>姑父</source>
        <translation>father&apos;s sister&apos;s husband</translation>
    </message>
    <message>
        <source>姑母</source>
        <translation>father&apos;s sister</translation>
    </message>
    <message>
        <source>堂兄弟、堂姐妹</source>
        <translation>cousin (father&apos;s side)</translation>
    </message>
    <message>
        <source>表兄弟、表姐妹</source>
        <translation>cousin (other)</translation>
    </message>
    <message>
        <source>侄子</source>
        <translation>brother&apos;s son</translation>
    </message>
    <message>
        <source>侄女</source>
        <translation>brother&apos;s daughter</translation>
    </message>
    <message>
        <source>外甥</source>
        <translation>sister&apos;s son</translation>
    </message>
    <message>
        <source>外甥女</source>
        <translation>sister&apos;s daughter</translation>
    </message>
    <message>
        <source>其他亲属</source>
        <translation>other relative</translation>
    </message>
    <message>
        <source>非亲属</source>
        <translation>not related</translation>
    </message>
    <message>
        <source>汉族</source>
        <translation>Han</translation>
    </message>
    <message>
        <source>蒙古族</source>
        <translation>Mongol</translation>
    </message>
    <message>
        <source>回族</source>
        <translation>Hui</translation>
    </message>
    <message>
        <source>藏族</source>
        <translation>Tibetan</translation>
    </message>
    <message>
        <source>维吾尔族</source>
        <translation>Uygur</translation>
    </message>
    <message>
        <source>苗族</source>
        <translation>Miao</translation>
    </message>
    <message>
        <source>彝族</source>
        <translation>Yi</translation>
    </message>
    <message>
        <source>壮族</source>
        <translation>Zhuang</translation>
    </message>
    <message>
        <source>布依族</source>
        <translation>Buyei</translation>
    </message>
    <message>
        <source>朝鲜族</source>
        <translation>Korean</translation>
    </message>
    <message>
        <source>满族</source>
        <translation>Manchu</translation>
    </message>
    <message>
        <source>侗族</source>
        <translation>Dong</translation>
    </message>
    <message>
        <source>瑶族</source>
        <translation>Yao</translation>
    </message>
    <message>
        <source>白族</source>
        <translation>Bai</translation>
    </message>
    <message>
        <source>土家族</source>
        <translation>Tujia</translation>
    </message>
    <message>
        <source>哈尼族</source>
        <translation>Hani</translation>
    </message>
    <message>
        <source>哈萨克族</source>
        <translation>Kazakh</translation>
    </message>
    <message>
        <source>傣族</source>
        <translation>Dai</translation>
    </message>
    <message>
        <source>黎族</source>
        <translation>Li</translation>
    </message>
    <message>
        <source>傈僳族</source>
        <translation>Lisu</translation>
    </message>
    <message>
        <source>佤族</source>
        <translation>Va</translation>
    </message>
    <message>
        <source>畲族</source>
        <translation>She</translation>
    </message>
    <message>
        <source>高山族</source>
        <translation>Gaoshan</translation>
    </message>
    <message>
        <source>拉祜族</source>
        <translation>Lahu</translation>
    </message>
    <message>
        <source>水族</source>
        <translation>Sui</translation>
    </message>
    <message>
        <source>东乡族</source>
        <translation>Dongxiang</translation>
    </message>
    <message>
        <source>纳西族</source>
        <translation>Naxi</translation>
    </message>
    <message>
        <source>景颇族</source>
        <translation>Jingpo</translation>
    </message>
    <message>
        <source>柯尔克孜族</source>
        <translation>Kyrgyz</translation>
    </message>
    <message>
        <source>土族</source>
        <translation>Tu</translation>
    </message>
    <message>
        <source>达斡尔族</source>
        <translation>Daur</translation>
    </message>
    <message>
        <source>仫佬族</source>
        <translation>Mulao</translation>
    </message>
    <message>
        <source>羌族</source>
        <translation>Qiang</translation>
    </message>
    <message>
        <source>布朗族</source>
        <translation>Blang</translation>
    </message>
    <message>
        <source>撒拉族</source>
        <translation>Salar</translation>
    </message>
    <message>
        <source>毛南族</source>
        <translation>Maonan</translation>
    </message>
    <message>
        <source>仡佬族</source>
        <translation>Gelao</translation>
    </message>
    <message>
        <source>锡伯族</source>
        <translation>Xibe</translation>
    </message>
    <message>
        <source>阿昌族</source>
        <translation>Achang</translation>
    </message>
    <message>
        <source>普米族</source>
        <translation>Pumi</translation>
    </message>
    <message>
        <source>塔吉克族</source>
        <translation>Tajik</translation>
    </message>
    <message>
        <source>怒族</source>
        <translation>Nu</translation>
    </message>
    <message>
        <source>乌孜别克族</source>
        <translation>Uzbek</translation>
    </message>
    <message>
        <source>俄罗斯族</source>
        <translation>Russian</translation>
    </message>
    <message>
        <source>鄂温克族</source>
        <translation>Ewenki</translation>
    </message>
    <message>
        <source>德昂族</source>
        <translation>Deang</translation>
    </message>
    <message>
        <source>保安族</source>
        <translation>Bonan</translation>
    </message>
    <message>
        <source>裕固族</source>
        <translation>Yugur</translation>
    </message>
    <message>
        <source>京族</source>
        <translation>Gin</translation>
    </message>
    <message>
        <source>塔塔尔族</source>
        <translation>Tatar</translation>
    </message>
    <message>
        <source>独龙族</source>
        <translation>Derung</translation>
    </message>
    <message>
        <source>鄂伦春族</source>
        <translation>Oroqen</translation>
    </message>
    <message>
        <source>赫哲族</source>
        <translation>Hezhen</translation>
    </message>
    <message>
        <source>门巴族</source>
        <translation>Monba</translation>
    </message>
    <message>
        <source>珞巴族</source>
        <translation>Lhoba</translation>
    </message>
    <message>
        <source>基诺族</source>
        <translation>Jino</translation>
    </message>
    <message>
        <source>外国血统</source>
        <translation>foreign descent</translation>
    </message>
    <message>
        <source>城乡居民养老保险</source>
        <translation>Residents&apos; pension</translation>
    </message>
    <message>
        <source>城乡居民医疗保险</source>
        <translation>Residents&apos; medical</translation>
    </message>
    <message>
        <source>个人缴费</source>
        <translation>self</translation>
    </message>
    <message>
        <source>政府代缴</source>
        <translation>proxy payment</translation>
    </message>
    <message>
        <source>集体补助</source>
        <translation>collective</translation>
    </message>
    <message>
        <source>其他资助</source>
        <translation>other payer</translation>
    </message>
    <message>
        <source>应代缴</source>
        <translation>proxy due</translation>
    </message>
    <message>
        <source>已去世</source>
        <translation>deceased</translation>
    </message>
    <message>
        <source>已离户</source>
        <translation>left the village</translation>
    </message>
    <message>
        <source>已在原村缴</source>
        <translation>Paid in old village</translation>
    </message>
    <message>
        <source>A类 重点保障户</source>
        <translation>A: priority</translation>
    </message>
    <message>
        <source>B类 基本保障户</source>
        <translation>B: basic</translation>
    </message>
    <message>
        <source>C类 一般保障户</source>
        <translation>C: general</translation>
    </message>
    <message>
        <source>不符合条件</source>
        <translation>not met</translation>
    </message>
    <message>
        <source>申请受理</source>
        <translation>Application</translation>
    </message>
    <message>
        <source>入户调查</source>
        <translation>Home visit</translation>
    </message>
    <message>
        <source>民主评议</source>
        <translation>Meeting</translation>
    </message>
    <message>
        <source>公示</source>
        <translation>Posting</translation>
    </message>
    <message>
        <source>乡镇审核</source>
        <translation>Township check</translation>
    </message>
    <message>
        <source>县级确认</source>
        <translation>County decision</translation>
    </message>
    <message>
        <source>在保</source>
        <translation>Granted</translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>已退出</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>修改困难身份</source>
        <translation>Change hardship status</translation>
    </message>
    <message>
        <source>补导入名册里的成员</source>
        <translation>Take in a member of a register later</translation>
    </message>
    <message>
        <source>按名单补登困难身份</source>
        <translation>Statuses recorded from a list</translation>
    </message>
    <message>
        <source>撤销名册导入</source>
        <translation>Undo a register&apos;s import</translation>
    </message>
    <message>
        <source>撤销按名单补登的困难身份</source>
        <translation>Statuses from a list taken back</translation>
    </message>
    <message>
        <source>登记低保退出</source>
        <translation>End dibao</translation>
    </message>
    <message>
        <source>出生登记</source>
        <translation>birth</translation>
    </message>
    <message>
        <source>死亡登记</source>
        <translation>death</translation>
    </message>
    <message>
        <source>婚入</source>
        <translation>marriage in</translation>
    </message>
    <message>
        <source>婚出</source>
        <translation>marriage out</translation>
    </message>
    <message>
        <source>分户</source>
        <translation>Own household</translation>
    </message>
    <message>
        <source>并户</source>
        <translation>merge</translation>
    </message>
    <message>
        <source>成员转入另一户</source>
        <translation>move to another household</translation>
    </message>
    <message>
        <source>调组</source>
        <translation>change of group</translation>
    </message>
    <message>
        <source>迁出或外出</source>
        <translation>moving away</translation>
    </message>
    <message>
        <source>返回</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>户主变更</source>
        <translation>change of head</translation>
    </message>
    <message>
        <source>身份号码更正</source>
        <translation>corrected identity number</translation>
    </message>
    <message>
        <source>更正死亡登记</source>
        <translation>corrected death</translation>
    </message>
    <message>
        <source>办结事后事项</source>
        <translation>settle a follow-up</translation>
    </message>
    <message>
        <source>立追缴事项</source>
        <translation>Note an overpayment</translation>
    </message>
    <message>
        <source>登记应追款项</source>
        <translation>Record overpaid months</translation>
    </message>
    <message>
        <source>撤回应追款项</source>
        <translation>Withdraw overpaid months</translation>
    </message>
    <message>
        <source>登记追回款项</source>
        <translation>Record money back</translation>
    </message>
    <message>
        <source>冲销追回款项</source>
        <translation>Reverse money back</translation>
    </message>
    <message>
        <source>处理两边不同的内容</source>
        <translation>Conflict settled</translation>
    </message>
    <message>
        <source>迁往外村</source>
        <translation>Move to another village</translation>
    </message>
    <message>
        <source>撤回迁出</source>
        <translation>Take the move back</translation>
    </message>
    <message>
        <source>从外村迁入</source>
        <translation>From another village</translation>
    </message>
    <message>
        <source>退回迁入</source>
        <translation>Send the household back</translation>
    </message>
    <message>
        <source>登记放假或上班</source>
        <translation>Holiday or working day entered</translation>
    </message>
    <message>
        <source>确认不是同一人</source>
        <translation>Confirmed as two people</translation>
    </message>
    <message>
        <source>合并重复登记</source>
        <translation>Merged double registration</translation>
    </message>
    <message>
        <source>登记银行账户</source>
        <translation>Bank account added</translation>
    </message>
    <message>
        <source>停用银行账户</source>
        <translation>Bank account ended</translation>
    </message>
    <message>
        <source>添加附件</source>
        <translation>Attachment added</translation>
    </message>
    <message>
        <source>移除附件</source>
        <translation>Attachment removed</translation>
    </message>
    <message>
        <source>接收县里来文</source>
        <translation>Accept a county publication</translation>
    </message>
    <message>
        <source>谢绝县里来文</source>
        <translation>Decline a county publication</translation>
    </message>
    <message>
        <source>低保重新核查</source>
        <translation>check dibao again</translation>
    </message>
    <message>
        <source>报请停发低保</source>
        <translation>ask for the end of dibao</translation>
    </message>
    <message>
        <source>困难身份核对</source>
        <translation>check hardship statuses</translation>
    </message>
    <message>
        <source>养老金停发</source>
        <translation>stop the pension</translation>
    </message>
    <message>
        <source>追回多发养老金</source>
        <translation>recover overpaid pension</translation>
    </message>
    <message>
        <source>追回多发低保金</source>
        <translation>Recover overpaid dibao</translation>
    </message>
    <message>
        <source>恢复并补发养老金</source>
        <translation>resume and pay up the pension</translation>
    </message>
    <message>
        <source>养老保险关系转移</source>
        <translation>transfer of the pension insurance</translation>
    </message>
    <message>
        <source>个人账户余额继承</source>
        <translation>inheritance of the account balance</translation>
    </message>
    <message>
        <source>丧葬补助申领</source>
        <translation>claim of the funeral grant</translation>
    </message>
    <message>
        <source>缴费核对</source>
        <translation>check of payments</translation>
    </message>
    <message>
        <source>补登公民身份号码</source>
        <translation>identity number to come</translation>
    </message>
    <message>
        <source>号码更正告知</source>
        <translation>tell of the corrected number</translation>
    </message>
    <message>
        <source>人户分离核实</source>
        <translation>check of living apart</translation>
    </message>
    <message>
        <source>外出情况核实</source>
        <translation>check of an absence</translation>
    </message>
    <message>
        <source>县里名单</source>
        <translation>County list</translation>
    </message>
    <message>
        <source>村代码表</source>
        <translation>Village codes</translation>
    </message>
    <message>
        <source>城乡居民基本养老金</source>
        <translation>resident pension</translation>
    </message>
    <message>
        <source>最低生活保障金</source>
        <translation>dibao</translation>
    </message>
    <message>
        <source>退回现金或转账</source>
        <translation>paid back</translation>
    </message>
    <message>
        <source>个人账户余额抵扣</source>
        <translation>set off against the account</translation>
    </message>
    <message>
        <source>丧葬补助抵扣</source>
        <translation>set off against the funeral grant</translation>
    </message>
    <message>
        <source>姓名和出生日期相同</source>
        <translation>same name and birth date</translation>
    </message>
    <message>
        <source>姓名和联系电话相同</source>
        <translation>same name and phone</translation>
    </message>
    <message>
        <source>姓名相同，身份号码只差一两位</source>
        <translation>same name, numbers differ in one or two places</translation>
    </message>
    <message>
        <source>一人的 15 位旧号码就是另一人的 18 位号码</source>
        <translation>the old 15-digit number of one is the 18-digit number of the other</translation>
    </message>
    <message>
        <source>一人的原号码是另一人现在的号码</source>
        <translation>one&apos;s earlier number is the other&apos;s number now</translation>
    </message>
    <message>
        <source>不是同一人</source>
        <translation>Two different people</translation>
    </message>
    <message>
        <source>同一人，已合并</source>
        <translation>one person, merged</translation>
    </message>
    <message>
        <source>保留现有内容</source>
        <translation>Keep what stands</translation>
    </message>
    <message>
        <source>改用另一份内容</source>
        <translation>Use the other value</translation>
    </message>
    <message>
        <source>重新办理</source>
        <translation>Do again</translation>
    </message>
    <message>
        <source>不再办理</source>
        <translation>Let go</translation>
    </message>
    <message>
        <source>迁出</source>
        <translation>Moved away</translation>
    </message>
    <message>
        <source>已撤回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>已迁入</source>
        <translation>Taken in</translation>
    </message>
    <message>
        <source>已退回</source>
        <translation>Sent back</translation>
    </message>
    <message>
        <source>待迁入</source>
        <translation>Waiting to be taken in</translation>
    </message>
    <message>
        <source>导入撤销</source>
        <translation>import undone</translation>
    </message>
    <message>
        <source>再写一次</source>
        <translation>write again</translation>
    </message>
    <message>
        <source>再试一次</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>低保标准（元/人·月）</source>
        <translation>Dibao standard (yuan/head/month)</translation>
    </message>
    <message>
        <source>各类金额（元/人·月）</source>
        <translation>Sums by class (yuan a head a month)</translation>
    </message>
    <message>
        <source>A 类金额（元/人·月）</source>
        <translation>Class A (yuan/head/month)</translation>
    </message>
    <message>
        <source>B 类金额（元/人·月）</source>
        <translation>Class B (yuan/head/month)</translation>
    </message>
    <message>
        <source>C 类金额（元/人·月）</source>
        <translation>Class C (yuan/head/month)</translation>
    </message>
    <message>
        <source>最低缴费档次（元/年）</source>
        <translation>Minimum tier (yuan/year)</translation>
    </message>
    <message>
        <source>政府代缴金额（元/年）</source>
        <translation>Proxy payment (yuan/year)</translation>
    </message>
    <message>
        <source>基础养老金（元/月）</source>
        <translation>Base pension (yuan/month)</translation>
    </message>
    <message>
        <source>居民养老保险实施日</source>
        <translation>Residents&apos; pension began on</translation>
    </message>
    <message>
        <source>本县由省直接管理财政</source>
        <translation>Province runs the county&apos;s finances</translation>
    </message>
    <message>
        <source>医保个人缴费（元/年）</source>
        <translation>Medical premium (yuan/year)</translation>
    </message>
    <message>
        <source>医保资助（元/年）</source>
        <translation>Medical aid (yuan/year)</translation>
    </message>
    <message>
        <source>低保对象医保资助（元/年）</source>
        <translation>Medical aid, dibao (yuan/year)</translation>
    </message>
    <message>
        <source>建档立卡人口医保资助（元/年）</source>
        <translation>Medical aid, poor (yuan/year)</translation>
    </message>
    <message>
        <source>县里来文</source>
        <translation>County publications</translation>
    </message>
    <message>
        <source>银行账户</source>
        <translation>Bank account</translation>
    </message>
    <message>
        <source>放假和上班</source>
        <translation>Holidays and working days</translation>
    </message>
    <message>
        <source>附件</source>
        <translation>Attachment</translation>
    </message>
    <message>
        <source>疑似重复</source>
        <translation>Possible double</translation>
    </message>
    <message>
        <source>事后事项</source>
        <translation>follow-up</translation>
    </message>
    <message>
        <source>应追款项</source>
        <translation>Months overpaid</translation>
    </message>
    <message>
        <source>追回款项</source>
        <translation>Money back</translation>
    </message>
    <message>
        <source>外出</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>原与户主关系</source>
        <translation>former relation to the head</translation>
    </message>
    <message>
        <source>原号码</source>
        <translation>former number</translation>
    </message>
    <message>
        <source>跨村迁移</source>
        <translation>Move between villages</translation>
    </message>
    <message>
        <source>原村缴费</source>
        <translation>Payment in the old village</translation>
    </message>
    <message>
        <source>原村经办记录</source>
        <translation>Act of the old village</translation>
    </message>
    <message>
        <source>处理结果</source>
        <translation>Settlement</translation>
    </message>
    <message>
        <source>曾用名</source>
        <translation>Former names</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>开户行</source>
        <translation>Bank</translation>
    </message>
    <message>
        <source>户名</source>
        <translation>Account holder</translation>
    </message>
    <message>
        <source>文件格式</source>
        <translation>File type</translation>
    </message>
    <message>
        <source>大小</source>
        <translation>Size</translation>
    </message>
    <message>
        <source>校验值</source>
        <translation>Checksum</translation>
    </message>
    <message>
        <source>添加日期</source>
        <translation>Added on</translation>
    </message>
    <message>
        <source>移除日期</source>
        <translation>Removed on</translation>
    </message>
    <message>
        <source>结论</source>
        <translation>Conclusion</translation>
    </message>
    <message>
        <source>遮住号码</source>
        <translation>Masked</translation>
    </message>
    <message>
        <source>退出文号</source>
        <translation>number of the end&apos;s paper</translation>
    </message>
    <message>
        <source>听取意见日期</source>
        <translation>day of the hearing</translation>
    </message>
    <message>
        <source>公示日期</source>
        <translation>Posted on</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>上班</source>
        <translation>Working</translation>
    </message>
    <message>
        <source>去向</source>
        <translation>whereabouts</translation>
    </message>
    <message>
        <source>办理期限</source>
        <translation>due on</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>对方村代码</source>
        <translation>Other village&apos;s code</translation>
    </message>
    <message>
        <source>对方村</source>
        <translation>Other village</translation>
    </message>
    <message>
        <source>迁移日期</source>
        <translation>Day of the move</translation>
    </message>
    <message>
        <source>要办的事</source>
        <translation>to be done</translation>
    </message>
    <message>
        <source>依据</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>办结日期</source>
        <translation>settled on</translation>
    </message>
    <message>
        <source>办理结果</source>
        <translation>outcome</translation>
    </message>
    <message>
        <source>每月金额</source>
        <translation>monthly sum</translation>
    </message>
    <message>
        <source>已发到</source>
        <translation>paid through</translation>
    </message>
    <message>
        <source>撤回日期</source>
        <translation>withdrawn on</translation>
    </message>
    <message>
        <source>方式</source>
        <translation>way</translation>
    </message>
    <message>
        <source>收到日期</source>
        <translation>received on</translation>
    </message>
    <message>
        <source>凭证或文号</source>
        <translation>Voucher or paper</translation>
    </message>
    <message>
        <source>县里期号</source>
        <translation>County epoch</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Title</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Contents</translation>
    </message>
    <message>
        <source>内容校验值</source>
        <translation>Content checksum</translation>
    </message>
    <message>
        <source>已接收</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>处理</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>已收</source>
        <translation>taken in</translation>
    </message>
    <message>
        <source>以前收过</source>
        <translation>taken in before</translation>
    </message>
    <message>
        <source>等待准入</source>
        <translation>Waits to be admitted</translation>
    </message>
    <message>
        <source>拒收</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>没有动</source>
        <translation>left alone</translation>
    </message>
    <message>
        <source>已准入</source>
        <translation>Admitted</translation>
    </message>
    <message>
        <source>已撤销</source>
        <translation>Revoked</translation>
    </message>
    <message>
        <source>终止</source>
        <translation>End</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>begins</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>note</translation>
    </message>
    <message>
        <source>住户登记表</source>
        <translation>Household form</translation>
    </message>
    <message>
        <source>缴费通知单</source>
        <translation>Contribution notice</translation>
    </message>
    <message>
        <source>追缴办理单</source>
        <translation>Recovery form</translation>
    </message>
    <message>
        <source>待接收</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>已谢绝</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>overdue</translation>
    </message>
    <message>
        <source>已收回</source>
        <translation>Taken back</translation>
    </message>
    <message>
        <source>社会保险经办条例 第四十六条</source>
        <translation>Regulations on the Administration of Social Insurance, article 46</translation>
    </message>
    <message>
        <source>户编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>电脑已撤销</source>
        <translation>Computer revoked</translation>
    </message>
    <message>
        <source>公示期满</source>
        <translation>Posting over</translation>
    </message>
    <message>
        <source>同年缴了两笔</source>
        <translation>Paid twice in a year</translation>
    </message>
    <message>
        <source>报送待处理</source>
        <translation>Left by the exchange</translation>
    </message>
    <message>
        <source>两份内容待定</source>
        <translation>Two values to choose from</translation>
    </message>
    <message>
        <source>变更记录链</source>
        <translation>Journal chain</translation>
    </message>
    <message>
        <source>重放变更记录与现有数据一致</source>
        <translation>Replay gives the same data</translation>
    </message>
    <message>
        <source>附件与登记时一致</source>
        <translation>Attachments as they were attached</translation>
    </message>
    <message>
        <source>名册里没导入的行</source>
        <translation>Row of a register not imported</translation>
    </message>
    <message>
        <source>原村已冲销</source>
        <translation>Reversed where they came from</translation>
    </message>
    <message>
        <source>原村改了缴费</source>
        <translation>Changed where they came from</translation>
    </message>
    <message>
        <source>原村补登缴费</source>
        <translation>Recorded later where they came from</translation>
    </message>
    <message>
        <source>回执没带全</source>
        <translation>Answer goes on</translation>
    </message>
    <message>
        <source>一户迁入</source>
        <translation>Household comes</translation>
    </message>
    <message>
        <source>迁出被退回</source>
        <translation>Move sent back</translation>
    </message>
    <message>
        <source>迁出无人接收</source>
        <translation>Move not taken in</translation>
    </message>
    <message>
        <source>迁出已办结</source>
        <translation>Move completed</translation>
    </message>
    <message>
        <source>残疾证号前 18 位与公民身份号码不一致：请核对是否抄错，公民身份号码更正过的可以照常保存。</source>
        <translation>The first 18 characters of the disability card differ from the identity number: check for a slip. If the identity number was corrected, save as it is.</translation>
    </message>
    <message>
        <source>姓名里有“某”或“*”，像是隐去了字：请对照证件补全。</source>
        <translation>The name holds “某” or “*”, as if characters were hidden: complete it from the papers.</translation>
    </message>
    <message>
        <source>公民身份号码开头的地区码不在现行区划内，请核对；确实如此可以照常保存。</source>
        <translation>The identity number begins with an area code that is not in use: check it. If it is so, save as it is.</translation>
    </message>
    <message>
        <source>成年子女在外，是否共同生活要按事实核实；不共同生活的，所付赡养费仍计入家庭收入</source>
        <translation>a grown child is away; check by fact whether they live together. If not, the maintenance paid still counts as income</translation>
    </message>
    <message>
        <source>脱离家庭、在宗教场所居住满三年，不计入共同生活的家庭成员</source>
        <translation>apart from the family in a place of worship for three years, not counted as living together</translation>
    </message>
    <message>
        <source>研究生在读的成年子女，不属于本科及以下在读一项，请按是否独立生活核实</source>
        <translation>a grown child in postgraduate studies is not covered by the clause on students up to the bachelor; check whether the child lives on its own</translation>
    </message>
    <message>
        <source>县名</source>
        <translation>County name</translation>
    </message>
    <message>
        <source>回执</source>
        <translation>Answer</translation>
    </message>
    <message>
        <source>来文</source>
        <translation>Publication</translation>
    </message>
    <message>
        <source>本村</source>
        <translation>this village</translation>
    </message>
    <message>
        <source>（已离户）</source>
        <translation>(left)</translation>
    </message>
    <message>
        <source> 等</source>
        <translation> and others</translation>
    </message>
    <message>
        <source>已缴</source>
        <translation>paid</translation>
    </message>
    <message>
        <source>已代缴</source>
        <translation>paid by proxy</translation>
    </message>
    <message>
        <source>未缴</source>
        <translation>unpaid</translation>
    </message>
    <message>
        <source>不用缴</source>
        <translation>exempt</translation>
    </message>
    <message>
        <source>低保待提类别</source>
        <translation>Class due</translation>
    </message>
    <message>
        <source>将满 60 周岁</source>
        <translation>Turns 60</translation>
    </message>
    <message>
        <source>将满 16 周岁</source>
        <translation>Turns 16</translation>
    </message>
    <message>
        <source>数据库完整性</source>
        <translation>Database intact</translation>
    </message>
    <message>
        <source>检索表与现有数据一致</source>
        <translation>Search table agrees</translation>
    </message>
    <message>
        <source>县里退回</source>
        <translation>Refused by the county</translation>
    </message>
    <message>
        <source>县里暂存</source>
        <translation>Held by the county</translation>
    </message>
    <message>
        <source>别处的变更</source>
        <translation>Act from elsewhere</translation>
    </message>
    <message>
        <source>两边不同</source>
        <translation>Both sides differ</translation>
    </message>
    <message>
        <source>两村都登记</source>
        <translation>Registered in two villages</translation>
    </message>
    <message>
        <source>两村都代缴</source>
        <translation>Paid for in two villages</translation>
    </message>
    <message>
        <source>姓名前后有空格，已去掉。</source>
        <translation>Blanks before or after the name were removed.</translation>
    </message>
    <message>
        <source>姓名里的间隔号已统一为“·”，请与证件核对。</source>
        <translation>The dot in the name became &quot;·&quot;; check it against the card.</translation>
    </message>
    <message>
        <source>姓名中间有空格，已照原样保存，请与证件核对。</source>
        <translation>The name has a blank inside and was kept so; check it against the card.</translation>
    </message>
    <message>
        <source>姓名里有自造字，换一台电脑会显示成方框：请改用正式编码的生僻字。</source>
        <translation>The name has a self-made character that shows as a box on other computers: use the encoded rare character.</translation>
    </message>
    <message>
        <source>姓名里有“?”或方框：生僻字在原文件里已丢失，请对照证件补上。</source>
        <translation>The name has &quot;?&quot; or a box: a rare character was lost in the source file. Fill it in from the card.</translation>
    </message>
    <message>
        <source>经办人姓名</source>
        <translation>Clerk&apos;s name</translation>
    </message>
    <message>
        <source>村名</source>
        <translation>Village name</translation>
    </message>
    <message>
        <source>已领待遇</source>
        <translation>pension</translation>
    </message>
    <message>
        <source>未满16岁</source>
        <translation>under 16</translation>
    </message>
    <message>
        <source>已满60岁</source>
        <translation>60+</translation>
    </message>
    <message>
        <source>参加职工养老</source>
        <translation>employee</translation>
    </message>
    <message>
        <source>参加职工医保</source>
        <translation>employee</translation>
    </message>
    <message>
        <source>承包地</source>
        <translation>Contracted land</translation>
    </message>
    <message>
        <source>政府代缴养老保险</source>
        <translation>Pension proxy payment</translation>
    </message>
    <message>
        <source>养老保险缴费补贴</source>
        <translation>Contribution subsidy</translation>
    </message>
    <message>
        <source>计生家庭缴费补贴</source>
        <translation>Family-planning subsidy</translation>
    </message>
    <message>
        <source>残疾人缴费补助</source>
        <translation>Disabled contribution aid</translation>
    </message>
    <message>
        <source>基础养老金</source>
        <translation>Base pension</translation>
    </message>
    <message>
        <source>长缴多得加发</source>
        <translation>Seniority increase</translation>
    </message>
    <message>
        <source>重度残疾提前领取养老金</source>
        <translation>Early pension (severe disability)</translation>
    </message>
    <message>
        <source>重度残疾养老补助</source>
        <translation>Severe disability allowance</translation>
    </message>
    <message>
        <source>丧葬补助</source>
        <translation>Funeral grant</translation>
    </message>
    <message>
        <source>免补缴领取养老金</source>
        <translation>Pension without back payment</translation>
    </message>
    <message>
        <source>补办参保后领取养老金</source>
        <translation>Pension after late registration</translation>
    </message>
    <message>
        <source>一次性补缴后领取养老金</source>
        <translation>Pension after lump-sum payment</translation>
    </message>
    <message>
        <source>职工养老转入</source>
        <translation>Transfer from employees&apos; pension</translation>
    </message>
    <message>
        <source>资助参加医保</source>
        <translation>Medical premium aid</translation>
    </message>
    <message>
        <source>先诊疗后付费</source>
        <translation>Treat first, pay later</translation>
    </message>
    <message>
        <source>住院分娩费用报销</source>
        <translation>Childbirth costs covered</translation>
    </message>
    <message>
        <source>大病保险倾斜</source>
        <translation>Serious-illness cover</translation>
    </message>
    <message>
        <source>住院报销比例提高</source>
        <translation>Higher inpatient share</translation>
    </message>
    <message>
        <source>住院报销兜底</source>
        <translation>Inpatient floor</translation>
    </message>
    <message>
        <source>临时救助</source>
        <translation>Temporary relief</translation>
    </message>
    <message>
        <source>住院分娩补助</source>
        <translation>Childbirth grant</translation>
    </message>
    <message>
        <source>一次性生活补助</source>
        <translation>One-off living grant</translation>
    </message>
    <message>
        <source>用人单位社保补贴</source>
        <translation>Employer insurance subsidy</translation>
    </message>
    <message>
        <source>工伤待遇先行支付</source>
        <translation>Injury advance payment</translation>
    </message>
    <message>
        <source>最低生活保障</source>
        <translation>Minimum living security (dibao)</translation>
    </message>
    <message>
        <source>工资性收入</source>
        <translation>Wages</translation>
    </message>
    <message>
        <source>经营净收入</source>
        <translation>Net business income</translation>
    </message>
    <message>
        <source>财产净收入</source>
        <translation>Net property income</translation>
    </message>
    <message>
        <source>转移净收入</source>
        <translation>Net transfers</translation>
    </message>
    <message>
        <source>基础养老金（中央部分）</source>
        <translation>Base pension (central)</translation>
    </message>
    <message>
        <source>基础养老金（地方部分）</source>
        <translation>Base pension (local)</translation>
    </message>
    <message>
        <source>个人账户养老金</source>
        <translation>Account pension</translation>
    </message>
    <message>
        <source>依法不计入的收入</source>
        <translation>Exempt transfer</translation>
    </message>
    <message>
        <source>其他收入</source>
        <translation>Other income</translation>
    </message>
    <message>
        <source>村级社保专管员</source>
        <translation>Village Social Security Clerk</translation>
    </message>
    <message>
        <source>建立村档案</source>
        <translation>Create village</translation>
    </message>
    <message>
        <source>修改村设置</source>
        <translation>Change village settings</translation>
    </message>
    <message>
        <source>增加经办人</source>
        <translation>Add clerk</translation>
    </message>
    <message>
        <source>修改经办人</source>
        <translation>Change clerk</translation>
    </message>
    <message>
        <source>登记住户</source>
        <translation>Register household</translation>
    </message>
    <message>
        <source>修改住户</source>
        <translation>Change household</translation>
    </message>
    <message>
        <source>增加成员</source>
        <translation>Add member</translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation>Change person</translation>
    </message>
    <message>
        <source>成员离户</source>
        <translation>Member leaves</translation>
    </message>
    <message>
        <source>修改与户主关系</source>
        <translation>Change relation to head</translation>
    </message>
    <message>
        <source>变更户主</source>
        <translation>Change head</translation>
    </message>
    <message>
        <source>登记困难身份</source>
        <translation>Record hardship status</translation>
    </message>
    <message>
        <source>终止困难身份</source>
        <translation>End hardship status</translation>
    </message>
    <message>
        <source>从名册导入住户</source>
        <translation>Import household</translation>
    </message>
    <message>
        <source>受理低保申请</source>
        <translation>Open dibao case</translation>
    </message>
    <message>
        <source>修改低保申请</source>
        <translation>Change dibao case</translation>
    </message>
    <message>
        <source>提出低保类别</source>
        <translation>Propose dibao class</translation>
    </message>
    <message>
        <source>办理低保环节</source>
        <translation>Move dibao case on</translation>
    </message>
    <message>
        <source>登记县级决定</source>
        <translation>Record county decision</translation>
    </message>
    <message>
        <source>低保复核</source>
        <translation>Dibao review</translation>
    </message>
    <message>
        <source>登记缴费</source>
        <translation>Record contribution</translation>
    </message>
    <message>
        <source>冲销缴费</source>
        <translation>Reverse contribution</translation>
    </message>
    <message>
        <source>打印文书</source>
        <translation>Print document</translation>
    </message>
    <message>
        <source>作废文书</source>
        <translation>Void document</translation>
    </message>
    <message>
        <source>村</source>
        <translation>Village</translation>
    </message>
    <message>
        <source>住户</source>
        <translation>Household</translation>
    </message>
    <message>
        <source>人员</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>户籍关系</source>
        <translation>Membership</translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation>Hardship status</translation>
    </message>
    <message>
        <source>低保档案</source>
        <translation>Dibao case</translation>
    </message>
    <message>
        <source>收入</source>
        <translation>Income</translation>
    </message>
    <message>
        <source>缴费</source>
        <translation>Contribution</translation>
    </message>
    <message>
        <source>文书</source>
        <translation>Document</translation>
    </message>
    <message>
        <source>代码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation>Township</translation>
    </message>
    <message>
        <source>县</source>
        <translation>County</translation>
    </message>
    <message>
        <source>政策包</source>
        <translation>Policy pack</translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>本地标准</source>
        <translation>Local values</translation>
    </message>
    <message>
        <source>县级公钥</source>
        <translation>County key</translation>
    </message>
    <message>
        <source>岗位</source>
        <translation>Role</translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation>Active from</translation>
    </message>
    <message>
        <source>停用日期</source>
        <translation>Active to</translation>
    </message>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation>Village group</translation>
    </message>
    <message>
        <source>住址</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>户口性质</source>
        <translation>Hukou</translation>
    </message>
    <message>
        <source>住房面积（平方米）</source>
        <translation>Floor space (m²)</translation>
    </message>
    <message>
        <source>住房结构</source>
        <translation>Building</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation>Registered on</translation>
    </message>
    <message>
        <source>销户日期</source>
        <translation>Closed on</translation>
    </message>
    <message>
        <source>销户原因</source>
        <translation>Reason for closing</translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation>Identity number</translation>
    </message>
    <message>
        <source>证件核实中</source>
        <translation>Being verified</translation>
    </message>
    <message>
        <source>原身份号码</source>
        <translation>Former identity number</translation>
    </message>
    <message>
        <source>临时编号</source>
        <translation>Temporary number</translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation>Birth date</translation>
    </message>
    <message>
        <source>性别</source>
        <translation>Sex</translation>
    </message>
    <message>
        <source>民族</source>
        <translation>Nation</translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation>Marital status</translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation>Education</translation>
    </message>
    <message>
        <source>在校学生</source>
        <translation>student</translation>
    </message>
    <message>
        <source>劳动能力</source>
        <translation>Work capacity</translation>
    </message>
    <message>
        <source>生活自理能力</source>
        <translation>Self-care</translation>
    </message>
    <message>
        <source>无</source>
        <translation>none</translation>
    </message>
    <message>
        <source>重特大疾病</source>
        <translation>serious</translation>
    </message>
    <message>
        <source>重病和慢性病</source>
        <translation>serious and chronic</translation>
    </message>
    <message>
        <source>一级</source>
        <translation>grade 1</translation>
    </message>
    <message>
        <source>二级</source>
        <translation>grade 2</translation>
    </message>
    <message>
        <source>三级</source>
        <translation>grade 3</translation>
    </message>
    <message>
        <source>四级</source>
        <translation>grade 4</translation>
    </message>
    <message>
        <source>长期慢性病</source>
        <translation>chronic</translation>
    </message>
    <message>
        <source>残疾证号</source>
        <translation>Disability card</translation>
    </message>
    <message>
        <source>残疾类别</source>
        <translation>Kind of disability</translation>
    </message>
    <message>
        <source>残疾等级</source>
        <translation>Disability grade</translation>
    </message>
    <message>
        <source>发证日期</source>
        <translation>Issued on</translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation>Pension scheme</translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation>Medical scheme</translation>
    </message>
    <message>
        <source>已领养老金</source>
        <translation>Draws a pension</translation>
    </message>
    <message>
        <source>养老保险缴费年限</source>
        <translation>Years paid</translation>
    </message>
    <message>
        <source>养老保险个人账户储存额</source>
        <translation>Account balance</translation>
    </message>
    <message>
        <source>死亡日期</source>
        <translation>Died on</translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation>Relation to head</translation>
    </message>
    <message>
        <source>起日</source>
        <translation>From</translation>
    </message>
    <message>
        <source>止日</source>
        <translation>To</translation>
    </message>
    <message>
        <source>终止原因</source>
        <translation>Reason for the end</translation>
    </message>
    <message>
        <source>种类</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>等级</source>
        <translation>Grade</translation>
    </message>
    <message>
        <source>证件号</source>
        <translation>Certificate</translation>
    </message>
    <message>
        <source>来源</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>标注脱贫日期</source>
        <translation>Lifted on</translation>
    </message>
    <message>
        <source>环节</source>
        <translation>Stage</translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation>Applied on</translation>
    </message>
    <message>
        <source>申请理由</source>
        <translation>Reason given</translation>
    </message>
    <message>
        <source>财产在限额内</source>
        <translation>Property within limits</translation>
    </message>
    <message>
        <source>财产说明</source>
        <translation>Property note</translation>
    </message>
    <message>
        <source>家庭常年困难</source>
        <translation>Perennial hardship</translation>
    </message>
    <message>
        <source>提出日期</source>
        <translation>Proposed on</translation>
    </message>
    <message>
        <source>规则类别</source>
        <translation>Rule&apos;s class</translation>
    </message>
    <message>
        <source>规则金额</source>
        <translation>Rule&apos;s amount</translation>
    </message>
    <message>
        <source>月人均收入</source>
        <translation>Monthly income a head</translation>
    </message>
    <message>
        <source>规则理由</source>
        <translation>Rule&apos;s reasons</translation>
    </message>
    <message>
        <source>条款</source>
        <translation>Clauses</translation>
    </message>
    <message>
        <source>村级建议类别</source>
        <translation>Village&apos;s class</translation>
    </message>
    <message>
        <source>村级理由</source>
        <translation>Village&apos;s reason</translation>
    </message>
    <message>
        <source>乡镇意见</source>
        <translation>Township&apos;s opinion</translation>
    </message>
    <message>
        <source>确认类别</source>
        <translation>Class granted</translation>
    </message>
    <message>
        <source>确认金额</source>
        <translation>Amount granted</translation>
    </message>
    <message>
        <source>文号</source>
        <translation>Decision no.</translation>
    </message>
    <message>
        <source>决定日期</source>
        <translation>Decided on</translation>
    </message>
    <message>
        <source>上次复核</source>
        <translation>Last review</translation>
    </message>
    <message>
        <source>下次复核</source>
        <translation>Next review</translation>
    </message>
    <message>
        <source>退出日期</source>
        <translation>Ended on</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Description</translation>
    </message>
    <message>
        <source>年收入</source>
        <translation>Yearly income</translation>
    </message>
    <message>
        <source>必要扣除</source>
        <translation>Costs taken off</translation>
    </message>
    <message>
        <source>已删去</source>
        <translation>Removed</translation>
    </message>
    <message>
        <source>险种</source>
        <translation>Insurance</translation>
    </message>
    <message>
        <source>年度</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>档次</source>
        <translation>Tier</translation>
    </message>
    <message>
        <source>金额</source>
        <translation>Amount</translation>
    </message>
    <message>
        <source>缴费人</source>
        <translation>Payer</translation>
    </message>
    <message>
        <source>缴费单位</source>
        <translation>Paying body</translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation>Paid on</translation>
    </message>
    <message>
        <source>经收人</source>
        <translation>Collector</translation>
    </message>
    <message>
        <source>票据号</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>份号</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>打印日期</source>
        <translation>Printed on</translation>
    </message>
    <message>
        <source>打印人</source>
        <translation>Printed by</translation>
    </message>
    <message>
        <source>缴费期限</source>
        <translation>Deadline</translation>
    </message>
    <message>
        <source>作废日期</source>
        <translation>Voided on</translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation>Reason for voiding</translation>
    </message>
</context>
</TS>
