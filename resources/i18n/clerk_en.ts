<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>CalendarPopup</name>
    <message>
        <source>日历</source>
        <translation>Calendar</translation>
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
    <name>IdNumberEdit</name>
    <message>
        <source>已输入 {n} 位</source>
        <translation>{n} characters so far</translation>
    </message>
    <message>
        <source>{birth} 出生，{sex}，{age} 周岁</source>
        <translation>born {birth}, {sex}, aged {age}</translation>
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
        <translation>Go on filling in</translation>
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
    <name>RecordView</name>
    <message>
        <source>合计</source>
        <translation>Total</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>查找</source>
        <translation>Find</translation>
    </message>
    <message>
        <source>输入姓名、拼音首字母、身份证号的一部分或户号</source>
        <translation>Type a name, pinyin initials, part of an identity number or a household number</translation>
    </message>
    <message>
        <source>查找：姓名、拼音首字母、身份证号、户号&#x3000;Ctrl+F</source>
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
        <source>正在打开…</source>
        <translation>Opening…</translation>
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
        <source>上次备份 {when}</source>
        <translation>Last backup {when}</translation>
    </message>
    <message>
        <source>还没有备份</source>
        <translation>No backup yet</translation>
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
    <name>messages</name>
    <message>
        <source>没有密码：请用 --password-file 指定密码文件，或设置环境变量 CLERK_PASSWORD。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到案例文件“{file}”，请核对路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案例文件“{file}”打不开：{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{household} 户里找不到唯一的“{wanted}”：成员有 {names}，同名请写身份证号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收入写成 种类=元，种类可选 {kinds}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有编号为“{number}”的低保档案：请用 clerk dibao list 查看。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送包是密封的：请用 --key 指定县里的私钥文件，或用 --data 指定写出它的数据文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>私钥文件读不了：请检查路径 {path}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有恢复密钥：请用 --recovery-file 指定文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 号变更记录与它的校验值不符，文件可能被改动：请重新导出后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更记录的格式不对，文件可能损坏：请重新导出后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日期“{text}”看不懂或不存在：请按 2018-06-30 这样填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>残疾证号“{text}”不对：应为 18 位身份证号加 1 位类别（1-7）加 1 位等级（1-4），换领的再加 B1、B2。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有填姓名：请填写姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名有 {length} 个字，超过 {longest} 个字：请检查是否填错了格。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名里有看不见的字符（{code}）：请删去重新填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额“{text}”看不懂：请只填数字，最多两位小数,如 1200 或 1200.50。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号第 {place} 位是“{char}”，不是数字（只有最后一位可以是 X）：请对照证件检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号“{text}”已被 Excel 截断，后几位丢失：请对照证件重新填写完整的 18 位。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是 15 位的旧号码：按规则对应的 18 位是 {proposal}，请核对证件后填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号最后一位校验码不对，可能有一位抄错：请对照证件逐位核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号应为 18 位数字（最后一位可以是 X），现在是 {length} 位：请对照证件检查。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号里的出生日期 {birth} 在今天之后：请核对号码和电脑日期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>按身份证号已满 {age} 周岁，超过 130 岁：请核对号码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>身份证号里的出生日期 {digits} 不存在：请对照证件核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} 列“{first_heading}”和 {second} 列“{second_heading}”都是“{field_name}”：请删去一列或改一列的标题，再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”里的文字编码认不出：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是表格文本或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是 Excel 工作簿或已损坏：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是旧的 .xls 格式：请用 Excel 或 WPS 打开后另存为 .xlsx 再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是 Excel 打开文件时的临时文件：请关闭 Excel，选名册本身。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是空文件：请检查是否复制完整。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”太大，超过 {megabytes} MB：请确认选对了文件，或分成几个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”有打开密码：请在 Excel 里取消密码后另存，再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”的前 {within} 行里没有找到表头：表头一行要有“姓名”“公民身份号码”“与户主关系”等标题。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”正被 Excel 占用或没有权限读取：请关闭 Excel 后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”读不出来（{reason}）：请把文件复制到电脑上再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是文件夹：请选里面的 .xlsx 或 .csv 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件“{name}”：请检查文件名和 U 盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是文件：请选 .xlsx 或 .csv 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”超过 {rows} 行：请按村或按组分成几个文件，再分别导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”不是住户名册，缺少列“{missing}”：请在表头补上这一列，一人一行填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期“{text}”在今天之后或早于 130 年前：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”展开后太大，不像正常的名册：请确认选对了文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是压缩包，不是 Excel 工作簿：请先解压，再选里面的 .xlsx 文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”没有写成（{reason}）：电脑的临时文件夹写不进去，请检查系统盘的剩余空间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件的内部结构不对，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里有 {count} 个文件，超过 {most} 个：不是本程序做的，不能导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里“{name}”出现了两次，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件的清单看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里的变更记录看不懂，文件被改动过或不是本程序做的：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里缺少“{name}”，文件不完整或被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要带走的内容太多，一个报送文件装不下（最多 {most} MB、{files} 个附件）：请先导入县里的回执再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件太大，超过 {most} MB：不是本程序做的报送文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件的签名不对，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不认识这份文件的发送方（指纹 {fingerprint}）：请先当面核对指纹并登记，再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里文件的次序不对，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份报送文件是较新版本的程序做的（格式 {format}）：请先升级本程序再导入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里多了清单上没有的“{name}”，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件的清单里有不该有的名字“{name}”：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>报送文件里的“{name}”与清单上的校验值不符，文件被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更记录的起止号或件数与清单不符：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>最后一号变更记录与清单上的链头不符：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费金额合计与清单不符：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 号变更记录不是这台电脑这一期的：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 号变更记录与它的校验值不符：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {number} 号变更记录接不上前一号，中间缺了或被改动过：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是私钥，不能填在这里，也不要发给别人：请填以 age1 开头的县公钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有县公钥，不能封装报送文件：请先在设置里填写县公钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文件是较新版本的程序做的：请先升级本程序再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这不是报送文件：请选择以 .clerk 结尾的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件不完整，像是没有复制完就拔了优盘：请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>县公钥不对：应是以 age1 开头的 62 个字符，请从县里给的文件里完整复制。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件已损坏：可能没有复制完整，也可能被改动过。请回到原来的电脑重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打不开：这份文件不是封给本单位密钥的，或文件开头已损坏。请核对是不是给本单位的文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优盘写入失败（{reason}）：数据没有丢，请重新插好优盘再导出，或换一个优盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件 {name} 太大，超过 {most} MB：不是本程序做的报送文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优盘空间不够：需要 {need} KB，只剩 {free} KB。请删掉不用的文件，或换一个优盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优盘是只读的，写不进去：请关掉优盘上的写保护开关，或换一个优盘。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有权限写入这个文件夹，或优盘有写保护：请换一个文件夹或优盘再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优盘写到一半满了，没有留下半个文件：请删掉不用的文件，或换一个优盘再导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到优盘或文件夹，可能已被拔掉：数据没有丢，请插好优盘后重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>优盘上已有同名但内容不同的文件 {name}：请先把它移走，再重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>写到优盘上的内容读回来不一样，这个优盘可能坏了：请换一个优盘重新导出。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到文件 {name}：请检查路径，并确认优盘已插好。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件 {name} 读不出来（{reason}）：请确认优盘没有拔掉，重新插好后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”是文件夹：请写上文件名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文件夹“{name}”不存在：请先建立，或换一个位置。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{name}”没有写成（{reason}）：请关闭打开着它的程序，检查磁盘空间和权限，或换一个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要判断低保，请先填写本地低保标准（每人每月）。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year}年没有{tier}元这一档，可选：{tiers}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”看不懂：请填“是”或“否”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}”不能是负数，请改正。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>分类保障金额要同时写明A、B、C三类。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有名为“{name}”的本地参数，请核对名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有名为“{pack}”的政策包，请核对名称。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包“{pack}”绕了一圈又引用自己，请改正 extends。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包 {pack} 读不了：{reason}。请改正文件后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包“{title}”没有{on}的复核周期。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包“{title}”没有{year}年的缴费档次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包 {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印字体 {file} 读不出来：请重新安装本程序，数据不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份文书打不开，可能没有生成完整：请重新生成，数据不受影响。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙文件 {name} 已损坏，资料打不开：资料本身没有动过，请从备份恢复这个文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这位经办人在本机没有密码：请换一位经办人登录，或用恢复密钥打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复密钥没有输错，但打不开这份资料：它可能已被更换，或属于另一台电脑。请找最近打印的恢复密钥单。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这位经办人在本机没有密码，不用停用。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这是最后一位能登录的经办人，不能停用：请先给另一位经办人设密码。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到钥匙文件 {name}，资料打不开：请确认数据文件夹选对了，或从备份恢复整个文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙文件 {name} 读不出来（{reason}）：请检查磁盘和文件夹权限后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙文件 {name} 是较新版本的程序写的：请先升级本程序再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>钥匙文件没有保存，原来的密码仍然有效（{reason}）：请检查磁盘空间和文件夹权限后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不对：请检查大小写和输入法后再输一次；忘记密码可用恢复密钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码文件 {name} 的第一行超过 {longest} 个字符：请确认选对了文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码太短：至少要 {shortest} 个字符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码太长：最多 {longest} 个字符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不能只用一个字符重复：请换一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码不能就是姓名：请换一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个密码太常见，很容易被猜到：请换一个。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码文件 {name} 的第一行是空的：请把密码写在第一行。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到密码文件 {name}：请检查路径。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码文件 {name} 读不出来（{reason}）：请检查权限。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>密码文件 {name} 不是 UTF-8 文本：请另存为 UTF-8。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复密钥里不会有“{character}”这个字符：请对照恢复密钥单重新输入。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复密钥应有 {expected} 个字符，现在是 {count} 个：请检查是否多输或漏输。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>恢复密钥第 {group} 组“{text}”输错了：请对照恢复密钥单检查这一组。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请说明是哪位经办人（--clerk 姓名）：可选 {names}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村代码应是 12 位数字（统计用区划代码），如 532325100201：请核对后填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有名为“{pack}”的政策包：可选 {packs}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写{label}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{label}太长或含有不能打印的字符：最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹里已经有一个村的数据：请直接登录，或换一个空文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹里还没有村的数据：请先运行 clerk init 或打开程序按向导建立，或检查 --data 是否写对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已经有一位经办人叫“{name}”：请加上区别，如“{name}（二组）”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能停用正在登录的自己：请让另一位经办人操作。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹建不起来（{reason}）：请换一个能写入、空间足够的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写本县的医保个人缴费标准：请先到“设置 → 本地标准”填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}已于 {day} 去世，不能再为 {year} 年缴费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费年度应在 {first} 到 {last} 之间：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费日期不能在今天之后：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写经收人。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一项太长：最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年没有 {tier} 元这一档：可选 {tiers}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费金额应大于 0，且不超过所选档次 {tier} 元。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写冲销原因：原记录和冲销记录都会保留。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{year} 年已有一笔{payer} {amount} 元（{day}）：同一年不能再缴一次，要改请先冲销那一笔。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一笔本身是冲销记录，不能再冲销：要恢复请重新登记缴费。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一笔已经冲销过了。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲销日期应在缴费日期 {day} 之后、今天之前。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示户数应在 1 到 {most} 之间。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>演示数据写不下：请换一个空间足够的文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到这份低保档案：请在低保列表里重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请日期不能在今天之后：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写本县的低保标准（元/月）：请先到“设置 → 本地标准”填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先回答“家庭财产是否在规定限额内”：没有这一项不能提出类别。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包没有给出低保结论：请检查“设置”里的政策包。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则算出的是“{rule}”，您选的是“{own}”：两者不同时请写明理由。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>理由太长：最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写县级确认文书的文号：村里不能自行作出决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定日期不能在今天之后：请照文书填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>予以确认时要填写类别和月保障金额：请照文书填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复核日期不能在今天之后：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一户已销户，不能受理低保申请。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一户已有办理中或在保的低保档案：请打开原来的那一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收入和扣除都不能是负数：亏损请填 0 并在说明里写明。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先提出类别（A/B/C），再进入下一环节。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不能从“{old}”直接到“{new}”：请按顺序办理。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>案件还在“{stage}”：到“县级确认”环节才能登记县里的决定。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>只有在保的家庭才需要复核。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>还没有填写县级公钥，没有它不能封装报送包：请到“设置 → 县级公钥”填入县里给的公钥。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>找不到这一户：可能是链接过期，请在住户列表里重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有户编号为“{number}”的住户：请用 clerk household list 查看编号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写姓名。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名太长或含有不能打印的字符：最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民族代码“{code}”不在国标表内：请从列表里选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>电话、残疾证号或备注太长：最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期 {day} 在今天之后：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一户必须有且只有一位户主，现在有 {heads} 位：请检查“与户主关系”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户编号太长：最多 30 个字符。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户编号“{number}”已被另一户使用：请换一个，或留空自动编号。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与户主关系代码“{code}”不在国标表内：请从列表里选。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个身份证号已登记在 {group} {number} 户的{name}名下：同一人不能登记两次，请打开那一户核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“证件核实中”的号码也应是 15 或 18 位：请照证件原样填写。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>面积应在 0 到 100000 之间：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写作废原因，最多 {most} 个字。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>没有叫“{kind}”的文书：可选 {kinds}。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请先选择要打印的住户。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>一次最多打印 {most} 户：请按村民小组分批打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住户登记表一次打印一户：请逐户打印。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 户 {year} 年没有需要缴{insurance}的成员，不用发通知。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 号文书已作废，不能重印：请重新开一份。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{number} 号文书已经作废。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>请填写离户原因，如“外嫁”“死亡”“迁出”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离户日期不能在今天之后：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一户已销户，不能再加成员：请登记到现在的户里。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这一户已经有户主：请选别的关系，或先变更户主。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户主不能在这里直接改：一户必须有且只有一位户主，请用“变更户主”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更户主时要给每位成员重新填写与新户主的关系：请补全。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更后必须有且只有一位户主：请检查“与户主关系”。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这位成员已在 {day} 离户：不用再办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离户日期早于入户日期 {day}：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户主离户前请先变更户主：还有 {count} 位成员在这一户。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止日早于起日：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}已在 {day} 终止：不用再办。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止日早于起日 {day}：请核对。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{kind}从 {day} 起已经登记：不用重复登记。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>第 {row} 行起的一户没有导入：{why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更记录里有本版本不认识的内容（{table}）：请升级程序后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更记录与现有数据接不上（{table} 第 {base} 版）：中间缺了记录。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库打不开：密钥与文件不符，或文件已损坏。请不要删除任何文件，用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>磁盘已满，刚才这一步没有保存，以前的数据都在。请清理磁盘空间后再保存一次。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据正被另一个窗口或程序写入，刚才这一步没有保存。请关掉另一个程序后再试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹是只读的，刚才这一步没有保存。请检查文件夹的权限或更换文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹读写不了，刚才这一步没有保存。请检查磁盘是否还在、是否写保护。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库文件已损坏。请不要继续录入，用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库是空的或不完整：请用最近的备份恢复，不要删除任何文件。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这份数据由更新版本的程序建立（{revision}）：请安装新版程序后再打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>升级数据时磁盘写不进去（{reason}）：原来的数据没有动。请清理磁盘后重新打开。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据库检查没有通过（{check}）：请不要继续录入，用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>日志第 {number} 条与前后接不上，可能被改动：请用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据表 {table} 与日志重放的结果不同：请用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>检索表缺少 {count} 人：重新建立检索即可，数据没有丢失。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>要找的记录不存在或不属于本村：请刷新列表后重试。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这条记录刚被别处修改过：请先刷新，看过新内容再改，您刚填的内容还在屏幕上。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>这个文件夹里已经有数据库：请直接打开，或换一个空文件夹。</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>数据文件夹里找不到数据库 {name}：请检查文件夹，或用最近的备份恢复。</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>男</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>具备</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>部分丧失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>完全丧失</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>初婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>再婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>复婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丧偶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>离婚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>研究生</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大学本科</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大学专科</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>中等职业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普通高中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>初中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>小学</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文盲或半文盲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>学龄前</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>农业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>非农业</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>居民</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>城乡居民养老</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职工养老</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>未参保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>城乡居民医保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>职工医保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>视力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>听力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>言语</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>肢体</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>智力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>精神</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>多重</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建档立卡贫困人口</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低保对象</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特困人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低收入家庭成员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建档立卡贫困边缘户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>社会保障兜底脱贫对象</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>计生特扶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节育手术并发症</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独生子女父母光荣证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>农村双女绝育</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户主</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>配偶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>夫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妻</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独生子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>三子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>四子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>五子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>养子或继子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>女婿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他儿子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独生女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>次女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>三女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>四女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>五女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>养女或继女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>儿媳</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他女儿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙子、孙女或外孙子、外孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外孙子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙媳妇或外孙媳妇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙女婿或外孙女婿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾孙子或外曾孙子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾孙女或外曾孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他孙辈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>父母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>父亲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>母亲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公公</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婆婆</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岳父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岳母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继父或养父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继母或养母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他父母关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>祖父母或外祖父母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>祖父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>祖母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外祖父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外祖母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>配偶的祖父母或外祖父母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾祖父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾祖母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>配偶的曾祖父母或外曾祖父母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他祖父母或外祖父母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>兄弟姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>兄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>嫂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弟媳</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姐姐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姐夫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妹妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妹夫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他兄弟姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>伯父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>伯母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叔父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婶母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>舅父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>舅母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姨父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姨母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姑父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姑母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>堂兄弟、堂姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表兄弟、表姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>侄子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>侄女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外甥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外甥女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他亲属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>非亲属</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>汉族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>蒙古族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>回族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>藏族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>维吾尔族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>苗族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>彝族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>壮族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>布依族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>朝鲜族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>满族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>侗族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>瑶族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>白族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>土家族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哈尼族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哈萨克族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>傣族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>黎族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>傈僳族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>佤族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>畲族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>高山族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>拉祜族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>水族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>东乡族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>纳西族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>景颇族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>柯尔克孜族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>土族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>达斡尔族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仫佬族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>羌族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>布朗族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>撒拉族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>毛南族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>仡佬族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>锡伯族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>阿昌族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>普米族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>塔吉克族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>怒族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>乌孜别克族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>俄罗斯族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鄂温克族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>德昂族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>保安族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>裕固族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>京族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>塔塔尔族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独龙族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>鄂伦春族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>赫哲族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>门巴族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>珞巴族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基诺族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外国血统</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>城乡居民养老保险</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>城乡居民医疗保险</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政府代缴</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>集体补助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他资助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A类 重点保障户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>B类 基本保障户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C类 一般保障户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不符合条件</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请受理</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>入户调查</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民主评议</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公示</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>乡镇审核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>县级确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>不予确认</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已退出</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本户户主 家长</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丈夫 老公</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妻子 老婆</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>儿子 儿 男孩</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>养子 继子 养继子 过继子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婿 上门女婿 入赘女婿 招婿 赘婿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>女儿 姑娘 女孩</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>养女 继女 养继女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>媳 媳妇 儿媳妇 子媳</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙子女 外孙子女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙男</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外孙 外孙男</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙媳 孙媳妇 外孙媳 外孙媳妇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>孙婿 孙女婿 外孙婿 外孙女婿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾孙 曾孙子 重孙 重孙子 外曾孙 外曾孙子 曾外孙 曾外孙子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>曾孙女 重孙女 外曾孙女 曾外孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>玄孙 玄孙子 玄孙女</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>父 爸爸 爸 爹 老父亲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>母 妈妈 妈 娘 老母亲</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公爹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婆母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丈人 老丈人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>丈母 丈母娘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继父 养父</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>继母 养母</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>爷爷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>奶奶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外公 姥爷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外婆 姥姥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>太爷 太爷爷</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>太奶 太奶奶</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>兄弟 姐妹 兄弟姐妹 兄妹 姐弟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>哥 哥哥 大哥 二哥 三哥 兄长 长兄 胞兄</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>嫂子 嫂嫂 大嫂 二嫂 三嫂</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弟弟 大弟 二弟 三弟 胞弟</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>弟妹 弟媳妇 弟妇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姐 大姐 二姐 三姐 胞姐</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大姐夫 二姐夫</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>妹 大妹 二妹 三妹 胞妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其它</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大伯 伯伯 伯 大爹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>大妈 伯娘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>叔 叔叔</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婶 婶婶 婶娘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>舅 舅舅</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>舅妈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姨夫 姨爹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姨 姨妈 姨娘</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姑夫 姑爹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姑 姑姑 姑妈</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>堂兄 堂弟 堂姐 堂妹 堂哥 堂兄弟 堂姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>表兄 表弟 表姐 表妹 表哥 表兄弟 表姐妹</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>侄 侄儿</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>外甥子</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>亲属 侄媳 侄媳妇 侄女婿 外甥媳 外甥媳妇 亲戚</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>朋友 寄居 雇工 保姆 无亲属关系 无关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>建档立卡 建档立卡户 建档立卡人口 建档立卡贫困户 建档立卡贫困人口 建档立卡人员 建档立卡对象 贫困户 贫困人口 一般贫困户 脱贫户 脱贫人口 建档户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低保 低保户 低保对象 低保人员 低保家庭 农村低保 城市低保 城镇低保 农村低保户 城市低保户 农村低保对象 城市低保对象 低保贫困户 最低生活保障 最低生活保障对象 农村最低生活保障对象 低保A 低保B 低保C 低保A类 低保B类 低保C类 A类低保 B类低保 C类低保</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特困 特困户 特困对象 特困供养 特困人员 特困供养人员 特困供养对象 五保 五保户 五保供养 五保对象 五保供养对象 五保贫困户 农村五保 分散供养 集中供养 分散供养五保 集中供养五保 特困分散供养 特困集中供养 分散供养特困人员 集中供养特困人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低收入 低收入户 低收入家庭 低收入家庭成员 低收入对象 低保边缘 低保边缘户 低保边缘家庭 最低生活保障边缘家庭</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>边缘户 贫困边缘户 建档立卡边缘户 建档立卡贫困边缘户 边缘易致贫户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>兜底 兜底户 兜底对象 兜底脱贫 社保兜底 社会保障兜底 社会保障兜底脱贫 社会保障兜底脱贫对象 政策兜底</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>特扶 计生特扶 计划生育特扶 计生特殊家庭 计划生育特殊家庭 失独 失独家庭 特别扶助</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>节育手术并发症 节育并发症 计生手术并发症 计划生育手术并发症</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>独生子女 独生子女户 独生子女光荣证 独生子女父母 独生子女父母光荣证 光荣证</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>双女绝育 双女绝育户 双女结扎 双女户 二女绝育 二女结扎 二女户 农村双女绝育</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>工资性收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经营净收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财产净收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>转移净收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基础养老金（中央部分）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>基础养老金（地方部分）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>个人账户养老金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>依法不计入的收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>其他收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村级社保专管员</source>
        <translation>Village clerk</translation>
    </message>
    <message>
        <source>建立村档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改村设置</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加经办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改经办人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记住户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改住户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>增加成员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>成员离户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改与户主关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>变更户主</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记困难身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终止困难身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>从名册导入住户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>受理低保申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>修改低保申请</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出低保类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>办理低保环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记县级决定</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低保复核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>冲销缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住户</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>人员</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户籍关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>困难身份</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>低保档案</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文书</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>代码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>姓名</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>乡镇</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>县</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>政策包</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>联系电话</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>本地标准</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>县级公钥</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>岗位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>启用日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>停用日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村民小组</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住址</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>户口性质</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>承包地（百分之一亩）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住房面积（平方米）</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>住房结构</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>备注</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>登记日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销户日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>销户原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>公民身份号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件核实中</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原身份号码</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>临时编号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>出生日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>性别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>民族</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>婚姻状况</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文化程度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>在校学生</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>劳动能力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>生活自理能力</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>重特大疾病</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>长期慢性病</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>残疾证号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>残疾类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>残疾等级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>发证日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>养老保险</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>医疗保险</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已领养老金</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>死亡日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>与户主关系</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>起日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>止日</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>终止原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>种类</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>等级</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>证件号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>来源</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>标注脱贫日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>环节</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>申请理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财产在限额内</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>财产说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>家庭常年困难</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>提出日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>月人均收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>规则理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>条款</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村级建议类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>村级理由</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>乡镇意见</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认类别</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>确认金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>文号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>决定日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>上次复核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>下次复核</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>退出日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>说明</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年收入</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>必要扣除</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>已删去</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>险种</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>年度</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>档次</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>金额</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费单位</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>缴费日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>经收人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>票据号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>原因</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>份号</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>脱敏</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>打印人</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废日期</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>作废原因</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
