<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>LowCarbon Desktop {version}

Judges draft low-carbon pilot plans against rubric files, offline. Nothing leaves this computer.</source>
        <translation>低碳试点方案评审 {version}

依据评审规则文件离线评审低碳试点方案草案，数据不离开本机。</translation>
    </message>
</context>
<context>
    <name>ApplicantPage</name>
    <message>
        <source>Check again &amp;whenever the draft is saved</source>
        <translation>草稿保存后自动重新检查(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Copy the list</source>
        <translation>复制清单(&amp;C)</translation>
    </message>
    <message>
        <source>Save the list as &amp;PDF…</source>
        <translation>清单存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>Begin a&amp;new</source>
        <translation>重新开始(&amp;N)</translation>
    </message>
    <message>
        <source>What is mended goes from the list, and what becomes worse is held against the draft as it is now</source>
        <translation>已改好的从清单中移去，此后是否变差以现稿为准</translation>
    </message>
    <message>
        <source>What is left to mend</source>
        <translation>还要改的内容</translation>
    </message>
    <message>
        <source>The list is on the clipboard.</source>
        <translation>清单已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Save the list</source>
        <translation>保存清单</translation>
    </message>
    <message>
        <source>checked again at {time}</source>
        <translation>{time} 已重新检查</translation>
    </message>
    <message>
        <source>{time}: cannot be read at the moment; waiting for the next save</source>
        <translation>{time} 暂时读不出，等待下次保存</translation>
    </message>
</context>
<context>
    <name>AskedPanel</name>
    <message>
        <source>Nothing was asked in the round before: no comment was made, and nothing failed.</source>
        <translation>上一轮没有提出意见，也没有不通过的条目。</translation>
    </message>
    <message>
        <source>The applicant&apos;s repl&amp;y</source>
        <translation>申报单位答复(&amp;Y)</translation>
    </message>
    <message>
        <source>Kee&amp;p the reply</source>
        <translation>保存答复(&amp;P)</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>上一轮的要求</translation>
    </message>
    <message>
        <source>What has become of it</source>
        <translation>落实情况</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Mended?</source>
        <translation>是否改正</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本轮</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>答复</translation>
    </message>
</context>
<context>
    <name>Asking</name>
    <message>
        <source>Plans and reviews ({kinds})</source>
        <translation>方案和评审文件 ({kinds})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open plans</source>
        <translation>打开方案</translation>
    </message>
    <message>
        <source>Open a folder as one application</source>
        <translation>打开文件夹（作为一份申报）</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>Summary: {name}</source>
        <translation>汇总：{name}</translation>
    </message>
    <message>
        <source>&amp;Open the plan</source>
        <translation>打开方案(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Summary as PDF</source>
        <translation>汇总表 PDF(&amp;S)</translation>
    </message>
    <message>
        <source>Summary in &amp;Excel</source>
        <translation>汇总表 Excel(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Folder of the reports</source>
        <translation>报告文件夹(&amp;F)</translation>
    </message>
</context>
<context>
    <name>Batching</name>
    <message>
        <source>Check a folder of plans: each file or folder in it is one application</source>
        <translation>批量评审：选择装有各地方案的文件夹（其中每个文件或子文件夹是一份申报材料）</translation>
    </message>
    <message>
        <source>Where to write the reports and the summary</source>
        <translation>选择存放报告和汇总表的文件夹</translation>
    </message>
    <message>
        <source>Checking the plans in {name}</source>
        <translation>正在评审“{name}”中的方案</translation>
    </message>
    <message>
        <source>Checking the folder was cancelled: reports that were ready by then are in {out}, but no summary.</source>
        <translation>批量评审已取消：已完成的报告保留在 {out}，没有生成汇总表。</translation>
    </message>
    <message>
        <source>Replace these files?</source>
        <translation>要替换这些文件吗？</translation>
    </message>
    <message>
        <source>Replace earlier results?</source>
        <translation>替换已有的结果？</translation>
    </message>
</context>
<context>
    <name>Bench</name>
    <message>
        <source>Your unsaved draft of this rubric was taken up again; nothing of it is used for judging before you save it.</source>
        <translation>已恢复您上次未保存的草稿；保存之前，评审不会使用草稿中的内容。</translation>
    </message>
    <message>
        <source>The files were changed by somebody else since: compare before you save.</source>
        <translation>此后文件又被别处改过，保存前请先核对。</translation>
    </message>
</context>
<context>
    <name>Both</name>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>CaseForm</name>
    <message>
        <source>Fact</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>{count} plans to compare with; they are edited in the file</source>
        <translation>另有 {count} 份供比较的方案，请在文件中修改</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>名称(&amp;M)</translation>
    </message>
    <message>
        <source>Expected &amp;outcome</source>
        <translation>应得结果(&amp;O)</translation>
    </message>
    <message>
        <source>Table of indi&amp;cators</source>
        <translation>指标表(&amp;C)</translation>
    </message>
    <message>
        <source>Fact&amp;s</source>
        <translation>事项(&amp;S)</translation>
    </message>
    <message>
        <source>Te&amp;xt, a paragraph a line</source>
        <translation>正文（每行一段）(&amp;X)</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>完整方案</translation>
    </message>
    <message>
        <source>Judged as of</source>
        <translation>评审基准日</translation>
    </message>
    <message>
        <source>Lines entered, one a line</source>
        <translation>录入的下达指标（每行一条）</translation>
    </message>
    <message>
        <source>Expected severity</source>
        <translation>应有级别</translation>
    </message>
    <message>
        <source>Expected message code</source>
        <translation>应有提示代码</translation>
    </message>
    <message>
        <source>Expected margin</source>
        <translation>应有余量</translation>
    </message>
    <message>
        <source>Expected settled</source>
        <translation>应否了结</translation>
    </message>
    <message>
        <source>Other plans</source>
        <translation>其他方案</translation>
    </message>
    <message>
        <source>it was read whole</source>
        <translation>已读完整文件</translation>
    </message>
    <message>
        <source>What is not in it is absent, and not only unknown.</source>
        <translation>文件中没有的，按“没有”处理，而不是“不知道”。</translation>
    </message>
    <message>
        <source>e.g. 厦门; empty where it is not known</source>
        <translation>如：厦门；不知道的留空</translation>
    </message>
    <message>
        <source>not looked at</source>
        <translation>不作要求</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>已了结</translation>
    </message>
    <message>
        <source>open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>取值</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>The first row has the headings, as in a plan: number, target, unit, 2015, 2020. A table can be pasted.</source>
        <translation>第一行写栏目名，与方案中的表一样：序号、目标项、单位、2015、2020。可以粘贴表格。</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>地区(&amp;P)</translation>
    </message>
</context>
<context>
    <name>CasesPanel</name>
    <message>
        <source>new case</source>
        <translation>新用例</translation>
    </message>
    <message>
        <source>{name} (copy)</source>
        <translation>{name}（副本）</translation>
    </message>
    <message>
        <source>Case</source>
        <translation>用例</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>应得</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>实得</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Cases of the criterion</source>
        <translation>条目的用例</translation>
    </message>
    <message>
        <source>&amp;Add a case</source>
        <translation>添加用例(&amp;A)</translation>
    </message>
    <message>
        <source>Dupl&amp;icate</source>
        <translation>复制(&amp;I)</translation>
    </message>
    <message>
        <source>Dele&amp;te</source>
        <translation>删除(&amp;T)</translation>
    </message>
    <message>
        <source>No case yet. A criterion needs one plan that passes, one that fails, and one that it does not apply to or cannot be told of.</source>
        <translation>还没有用例。每个条目至少要有一个通过、一个不通过、一个不适用或无法判断的用例。</translation>
    </message>
    <message>
        <source>Choose a criterion to see its cases.</source>
        <translation>选择左边的条目，查看它的用例。</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>未运行</translation>
    </message>
</context>
<context>
    <name>Cell</name>
    <message>
        <source>Corrected</source>
        <translation>已更正</translation>
    </message>
    <message>
        <source>the file prints “{printed}”, the reviewer put “{corrected}”</source>
        <translation>原文为“{printed}”，评审人更正为“{corrected}”</translation>
    </message>
    <message>
        <source>In doubt</source>
        <translation>存疑</translation>
    </message>
    <message>
        <source>no known indicator has this name; nothing rests on this row</source>
        <translation>没有与此名称对应的指标，任何评审结果都不以本行为依据</translation>
    </message>
</context>
<context>
    <name>CellDialog</name>
    <message>
        <source>Move the sentence</source>
        <translation>改归到其他格</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>措施(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Instrument</source>
        <translation>政策工具(&amp;I)</translation>
    </message>
</context>
<context>
    <name>ChangeDialog</name>
    <message>
        <source>Leave a criterion out</source>
        <translation>删去条目</translation>
    </message>
    <message>
        <source>Change a criterion</source>
        <translation>调整条目</translation>
    </message>
    <message>
        <source>why, for all who read the results</source>
        <translation>写明理由，评审结果中会一并列出</translation>
    </message>
    <message>
        <source>&amp;Criterion</source>
        <translation>条目(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;hange</source>
        <translation>调整内容(&amp;H)</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>&amp;New value</source>
        <translation>新值(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Reason</source>
        <translation>理由(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Indicator and years</source>
        <translation>指标与年份</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>本轮</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Fact</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Where it stands now</source>
        <translation>本稿中的原文</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>What is found now</source>
        <translation>本稿的判定</translation>
    </message>
    <message>
        <source>the same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>改动</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删去</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Also show what is &amp;the same</source>
        <translation>同时显示没有变化的(&amp;T)</translation>
    </message>
    <message>
        <source>What was asked ({count})</source>
        <translation>上一轮的要求（{count}）</translation>
    </message>
    <message>
        <source>Indicators ({count})</source>
        <translation>指标（{count}）</translation>
    </message>
    <message>
        <source>Facts ({count})</source>
        <translation>事项（{count}）</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>判定（{count}）</translation>
    </message>
    <message>
        <source>Nothing has changed here.</source>
        <translation>这里没有变化。</translation>
    </message>
    <message>
        <source>What changed: round {old} to round {new}</source>
        <translation>第 {old} 轮到第 {new} 轮的变化</translation>
    </message>
    <message>
        <source>{old} → {new}</source>
        <translation>{old} → {new}</translation>
    </message>
    <message>
        <source>Two drafts compared</source>
        <translation>两稿对照</translation>
    </message>
</context>
<context>
    <name>Choices</name>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
</context>
<context>
    <name>CommandBar</name>
    <message>
        <source>Not kept on disk yet</source>
        <translation>尚未写入磁盘</translation>
    </message>
    <message>
        <source>Nothing to keep yet</source>
        <translation>尚无评审内容需要保存</translation>
    </message>
    <message>
        <source>Kept in {file}</source>
        <translation>已保存在 {file}</translation>
    </message>
    <message>
        <source>Same on the command line:</source>
        <translation>等效命令行：</translation>
    </message>
    <message>
        <source>The command that gives the same findings</source>
        <translation>得到相同结果的命令行</translation>
    </message>
    <message>
        <source>Copy the command line</source>
        <translation>复制命令行</translation>
    </message>
    <message>
        <source>Read-only: {file}</source>
        <translation>只读：{file}</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open a fol&amp;der…</source>
        <translation>打开文件夹(&amp;D)…</translation>
    </message>
    <message>
        <source>Check a folder of p&amp;lans…</source>
        <translation>批量评审文件夹中的方案(&amp;L)…</translation>
    </message>
    <message>
        <source>Paste &amp;a table</source>
        <translation>粘贴表格(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Type a table in…</source>
        <translation>录入表格(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Close the plan</source>
        <translation>关闭方案(&amp;C)</translation>
    </message>
    <message>
        <source>Chan&amp;ge the review although it is open elsewhere</source>
        <translation>评审文件在别处打开时仍要修改(&amp;G)</translation>
    </message>
    <message>
        <source>Pre&amp;view the report</source>
        <translation>预览评审报告(&amp;V)</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>&amp;Save the report as PDF…</source>
        <translation>评审报告另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>Save PDF</source>
        <translation>保存 PDF</translation>
    </message>
    <message>
        <source>&amp;Print the report…</source>
        <translation>打印评审报告(&amp;P)…</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>&amp;Export the findings to Excel…</source>
        <translation>评审结果导出到 Excel(&amp;E)…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>E&amp;mpty form for applicants…</source>
        <translation>空白填报表(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>&amp;Correct the cell</source>
        <translation>更正单元格(&amp;C)</translation>
    </message>
    <message>
        <source>Write a &amp;note</source>
        <translation>填写评审人备注(&amp;N)</translation>
    </message>
    <message>
        <source>Name the &amp;place…</source>
        <translation>指定申报地区(&amp;P)…</translation>
    </message>
    <message>
        <source>Enter assigned &amp;lines…</source>
        <translation>录入下达指标(&amp;L)…</translation>
    </message>
    <message>
        <source>Assigned lines</source>
        <translation>下达指标</translation>
    </message>
    <message>
        <source>&amp;More belongs to this application</source>
        <translation>申报材料不止这些(&amp;M)</translation>
    </message>
    <message>
        <source>Remem&amp;bered corrections…</source>
        <translation>以往更正(&amp;B)…</translation>
    </message>
    <message>
        <source>C&amp;opy the command line</source>
        <translation>复制命令行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Filter the list</source>
        <translation>筛选列表(&amp;F)</translation>
    </message>
    <message>
        <source>F&amp;indings</source>
        <translation>评审结果(&amp;I)</translation>
    </message>
    <message>
        <source>F&amp;acts</source>
        <translation>有关事项(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Readings beside the source</source>
        <translation>对照原文核对(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Next pane</source>
        <translation>下一窗格(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous pane</source>
        <translation>上一窗格(&amp;P)</translation>
    </message>
    <message>
        <source>Ne&amp;xt plan</source>
        <translation>下一份方案(&amp;X)</translation>
    </message>
    <message>
        <source>Pre&amp;vious plan</source>
        <translation>上一份方案(&amp;V)</translation>
    </message>
    <message>
        <source>Applicant&apos;s vie&amp;w</source>
        <translation>申报单位视图(&amp;W)</translation>
    </message>
    <message>
        <source>As the s&amp;ystem</source>
        <translation>跟随系统外观(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;About</source>
        <translation>关于(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Recent plans</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>{label}: {what}</source>
        <translation>{label}：{what}</translation>
    </message>
    <message>
        <source>&amp;Forget these</source>
        <translation>清空列表(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>评审(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Scoring sheet</source>
        <translation>评分表(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Conclusion and seal</source>
        <translation>结论与封存(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Who reviews…</source>
        <translation>评审人(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Save a self-contained review…</source>
        <translation>另存为独立评审文件(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Agree with the program</source>
        <translation>同意程序判定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Overrule…</source>
        <translation>改判(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Comment to the applicant</source>
        <translation>给申报单位的意见(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next open criterion</source>
        <translation>下一未了结项(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;eal the review…</source>
        <translation>封存评审(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Return it to the applicant</source>
        <translation>退回申报单位(&amp;R)</translation>
    </message>
    <message>
        <source>Open it a&amp;gain…</source>
        <translation>重新打开评审(&amp;G)…</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>修改记录(&amp;H)…</translation>
    </message>
    <message>
        <source>Next roun&amp;d with a revised draft…</source>
        <translation>用修改稿开始下一轮(&amp;D)…</translation>
    </message>
    <message>
        <source>What changed s&amp;ince the last round</source>
        <translation>与上一轮相比的变化(&amp;I)</translation>
    </message>
    <message>
        <source>Ro&amp;unds side by side</source>
        <translation>各轮并列(&amp;U)</translation>
    </message>
    <message>
        <source>Com&amp;pare with another draft…</source>
        <translation>与另一稿对照(&amp;P)…</translation>
    </message>
    <message>
        <source>Merge e&amp;xperts&apos; reviews…</source>
        <translation>合并多位专家的评审(&amp;X)…</translation>
    </message>
    <message>
        <source>Rubric, tailoring and &amp;date…</source>
        <translation>评审标准和基准日(&amp;D)…</translation>
    </message>
    <message>
        <source>Policy ins&amp;truments</source>
        <translation>政策工具(&amp;T)</translation>
    </message>
    <message>
        <source>A&amp;bout the criterion</source>
        <translation>标准说明(&amp;B)</translation>
    </message>
    <message>
        <source>A copy to &amp;mail…</source>
        <translation>另存发送用副本(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Edit rubrics</source>
        <translation>编辑评审标准(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Start a new rubric…</source>
        <translation>新建评审标准(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Open a rubric&apos;s folder…</source>
        <translation>打开评审标准文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a &amp;tailoring…</source>
        <translation>打开调整文件(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;New tailoring…</source>
        <translation>新建调整文件(&amp;N)…</translation>
    </message>
    <message>
        <source>R&amp;ubric</source>
        <translation>评审标准(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;List to be answered by the applicant…</source>
        <translation>请申报单位答复的清单(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Take the applicant&apos;s replies…</source>
        <translation>导入申报单位答复(&amp;T)…</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare with another draft</source>
        <translation>与另一稿对照</translation>
    </message>
    <message>
        <source>Hold “{name}” against:</source>
        <translation>将“{name}”与下列文稿对照：</translation>
    </message>
    <message>
        <source>Another &amp;file…</source>
        <translation>其他文件(&amp;F)…</translation>
    </message>
    <message>
        <source>The other is the &amp;earlier draft</source>
        <translation>另一稿是较早的(&amp;E)</translation>
    </message>
    <message>
        <source>The other is the &amp;later draft</source>
        <translation>另一稿是较新的(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>对照(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Compared</name>
    <message>
        <source>Nothing differs.</source>
        <translation>没有差别。</translation>
    </message>
</context>
<context>
    <name>ConclusionDialog</name>
    <message>
        <source>Conclusion of the meeting</source>
        <translation>会议结论</translation>
    </message>
    <message>
        <source>&amp;Conclusion</source>
        <translation>总体结论(&amp;C)</translation>
    </message>
    <message>
        <source>In its own &amp;words</source>
        <translation>说明(&amp;W)</translation>
    </message>
    <message>
        <source>What must be &amp;revised</source>
        <translation>修改要求(&amp;R)</translation>
    </message>
</context>
<context>
    <name>ConclusionPage</name>
    <message>
        <source>In your &amp;own words</source>
        <translation>结论说明(&amp;O)</translation>
    </message>
    <message>
        <source>Choose a verdict above, then say why.</source>
        <translation>请先在上方选定结论，再说明理由。</translation>
    </message>
    <message>
        <source>What must be rev&amp;ised</source>
        <translation>修改要求(&amp;I)</translation>
    </message>
    <message>
        <source>One item a line; the applicant reads this list.</source>
        <translation>每行一项，供申报单位逐项修改。</translation>
    </message>
    <message>
        <source>&amp;Propose from what fails</source>
        <translation>按不通过项拟定(&amp;P)</translation>
    </message>
    <message>
        <source>Adds the failed musts with your comments, else with the program&apos;s remedies</source>
        <translation>列入不通过的必须项，附您的意见；没有意见的附程序给出的改法</translation>
    </message>
    <message>
        <source>Criteria without a verdict</source>
        <translation>尚未评定的条目</translation>
    </message>
    <message>
        <source>&amp;Seal the review…</source>
        <translation>封存评审(&amp;S)…</translation>
    </message>
    <message>
        <source>Re&amp;turn it to the applicant</source>
        <translation>退回申报单位(&amp;T)</translation>
    </message>
    <message>
        <source>Open it a&amp;gain…</source>
        <translation>重新打开评审(&amp;G)…</translation>
    </message>
    <message>
        <source>No must counts as failed; there is nothing to propose.</source>
        <translation>没有不通过的必须项，无可拟定。</translation>
    </message>
    <message>
        <source>Declared conflict of interest: {interest}</source>
        <translation>声明的利益关系：{interest}</translation>
    </message>
    <message>
        <source>Criteria without a verdict: {count}</source>
        <translation>尚未评定的条目：{count} 项</translation>
    </message>
    <message>
        <source>Overall verdict</source>
        <translation>总体结论</translation>
    </message>
</context>
<context>
    <name>Confirming</name>
    <message>
        <source>Checking {name}</source>
        <translation>正在核对 {name}</translation>
    </message>
    <message>
        <source>Checking was cancelled; it is made up for before the review is sealed or printed.</source>
        <translation>核对已取消；封存或打印评审之前会自动补做。</translation>
    </message>
</context>
<context>
    <name>CriteriaList</name>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>分值</translation>
    </message>
    <message>
        <source>Delete {criterion} with its cases? Reviews that were made keep what they say of it.</source>
        <translation>删除条目 {criterion} 及其用例？已完成的评审中有关内容不受影响。</translation>
    </message>
    <message>
        <source>Delete the criterion</source>
        <translation>删除条目</translation>
    </message>
    <message>
        <source>Search criteria (Ctrl+F)</source>
        <translation>查找条目（Ctrl+F）</translation>
    </message>
    <message>
        <source>Criteria of the rubric</source>
        <translation>评审标准的条目</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>The rubric itself</source>
        <translation>评审标准概况</translation>
    </message>
    <message>
        <source>Cases that do not come out as expected: {count}</source>
        <translation>结果不符的用例：{count} 个</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
</context>
<context>
    <name>Desk</name>
    <message>
        <source>The correction of {place} is kept, but nothing rests on this cell: what was read and every finding stay as they were. Undo takes it back.</source>
        <translation>{place} 的更正已保存，但没有读数或结论以该单元格为依据，评审结果不变；可撤销。</translation>
    </message>
    <message>
        <source>{fact}: no source was given, so it still counts as open. Say where it stands.</source>
        <translation>{fact}：无出处，仍计为未了结；请注明出处。</translation>
    </message>
</context>
<context>
    <name>Details</name>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Asked for in</source>
        <translation>出处</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>计算过程</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>not settled: it rests on something that no person has confirmed yet</source>
        <translation>待确认：所依据的内容尚未经人核实</translation>
    </message>
    <message>
        <source>To look through</source>
        <translation>逐项核对</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>&amp;Note of the reviewer</source>
        <translation>评审人备注(&amp;N)</translation>
    </message>
    <message>
        <source>Write here; it is kept as you type and printed in the report.</source>
        <translation>在此填写，随写随存，并印入评审报告。</translation>
    </message>
    <message>
        <source>Details of the finding</source>
        <translation>评审结果详情</translation>
    </message>
    <message>
        <source>Select a finding to see its line, its margin and how to mend it.</source>
        <translation>选择一项评审结果，查看对照指标、余量和改法。</translation>
    </message>
    <message>
        <source>Private &amp;note</source>
        <translation>私下备注(&amp;N)</translation>
    </message>
    <message>
        <source>Only for yourself; it is kept as you type and not printed.</source>
        <translation>仅供本人参考，随写随存，不印入评审报告。</translation>
    </message>
</context>
<context>
    <name>DifferencesTable</name>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>the rubric itself</source>
        <translation>评审标准概况</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
</context>
<context>
    <name>DraftWatch</name>
    <message>
        <source>Reading {name} again</source>
        <translation>正在重新读取“{name}”</translation>
    </message>
</context>
<context>
    <name>EditorDialogs</name>
    <message>
        <source>The rubric judges otherwise than before. Results name the version: raise it, so that they can be told apart. It was {now}.</source>
        <translation>评审内容有改动。评审结果会写明版本，请提高版本号以便区分。原版本为 {now}。</translation>
    </message>
    <message>
        <source>Cases that do not come out as expected: {count}.</source>
        <translation>结果不符的用例：{count} 个。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Save the rubric</source>
        <translation>保存评审标准</translation>
    </message>
</context>
<context>
    <name>EditorPage</name>
    <message>
        <source>← Back to the plans</source>
        <translation>← 返回方案</translation>
    </message>
    <message>
        <source>&amp;New from this one…</source>
        <translation>以此新建(&amp;N)…</translation>
    </message>
    <message>
        <source>Compare &amp;with…</source>
        <translation>与其他标准比较(&amp;W)…</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>&amp;Judge the plan by it</source>
        <translation>用它评审当前方案(&amp;J)</translation>
    </message>
    <message>
        <source>Shipped: it can be looked at only. Start a new one from it to change it.</source>
        <translation>随附标准只能查看；要修改，请点“以此新建”。</translation>
    </message>
    <message>
        <source>Draft, not saved yet</source>
        <translation>草稿，尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>checking…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Cases ({count}, {wrong} wrong)</source>
        <translation>用例（{count} 个，{wrong} 个不符）</translation>
    </message>
    <message>
        <source>Cases ({count})</source>
        <translation>用例（{count} 个）</translation>
    </message>
    <message>
        <source>Faults ({count})</source>
        <translation>错误（{count} 处）</translation>
    </message>
    <message>
        <source>Faults</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Changes since it was saved</source>
        <translation>保存后的改动</translation>
    </message>
    <message>
        <source>Cases that do not come out as expected: {count}</source>
        <translation>结果不符的用例：{count} 个</translation>
    </message>
</context>
<context>
    <name>EditorSaving</name>
    <message>
        <source>Not saved: {count} faults have to be mended first. Your draft is kept, and nothing is judged by it.</source>
        <translation>尚未保存：有 {count} 处错误，请先改正。草稿已保留，评审不会使用。</translation>
    </message>
    <message>
        <source>Discard the draft</source>
        <translation>放弃草稿</translation>
    </message>
    <message>
        <source>Go back to the rubric as it was saved? Undo brings the draft back.</source>
        <translation>恢复到上次保存的内容？撤销即可找回草稿。</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>比较评审标准</translation>
    </message>
    <message>
        <source>What differs of this rubric from</source>
        <translation>与哪一套标准比较</translation>
    </message>
    <message>
        <source>Save the rubric</source>
        <translation>保存评审标准</translation>
    </message>
    <message>
        <source>Cases that do not come out as expected: {count}. Save nevertheless?</source>
        <translation>结果不符的用例：{count} 个。仍要保存吗？</translation>
    </message>
    <message>
        <source>{title} {version} is saved in {folder}; plans can be judged by it.</source>
        <translation>《{title}》{version} 已保存到 {folder}，可用于评审。</translation>
    </message>
</context>
<context>
    <name>Editors</name>
    <message>
        <source>Open a rubric&apos;s folder</source>
        <translation>打开评审标准文件夹</translation>
    </message>
    <message>
        <source>Tailorings (*.yaml *.yml)</source>
        <translation>调整文件 (*.yaml *.yml)</translation>
    </message>
    <message>
        <source>Open a tailoring</source>
        <translation>打开调整文件</translation>
    </message>
    <message>
        <source>New tailoring</source>
        <translation>新建调整文件</translation>
    </message>
    <message>
        <source>Of which rubric</source>
        <translation>调整哪一套评审标准</translation>
    </message>
    <message>
        <source>Your unsaved draft of {name} was taken up again.</source>
        <translation>已恢复 {name} 上次未保存的草稿。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Facets</name>
    <message>
        <source>This finding</source>
        <translation>本条结论</translation>
    </message>
    <message>
        <source>About the criterion</source>
        <translation>标准说明</translation>
    </message>
    <message>
        <source>Why it is asked, examples, how it is computed (F1)</source>
        <translation>为什么要求、正误示例、如何计算（F1）</translation>
    </message>
    <message>
        <source>Select a finding to read why it is asked and how it is computed.</source>
        <translation>选中一项，可查看其要求的理由、示例和算法。</translation>
    </message>
</context>
<context>
    <name>FactForm</name>
    <message>
        <source>S&amp;tate</source>
        <translation>状态(&amp;T)</translation>
    </message>
    <message>
        <source>V&amp;alue</source>
        <translation>内容(&amp;A)</translation>
    </message>
    <message>
        <source>S&amp;ource</source>
        <translation>出处(&amp;O)</translation>
    </message>
    <message>
        <source>choose what the material says</source>
        <translation>请选择材料载明的状态</translation>
    </message>
    <message>
        <source>needs no value</source>
        <translation>无需数值</translation>
    </message>
    <message>
        <source>where it stands, e.g. implementation plan, page 12</source>
        <translation>在何处载明，如：实施方案第 12 页</translation>
    </message>
    <message>
        <source>Without a source the fact still counts as open.</source>
        <translation>无出处，仍计为未了结。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>&amp;State it</source>
        <translation>认定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>撤回(&amp;W)</translation>
    </message>
</context>
<context>
    <name>FactNod</name>
    <message>
        <source>The program found nothing of it in the whole material. Is that so?</source>
        <translation>程序在全部材料中未见此项，尚待确认。是否确实没有？</translation>
    </message>
    <message>
        <source>Found by the program. Does the marked sentence say so?</source>
        <translation>由程序从材料中读出，尚待确认。标出的原文是否如此？</translation>
    </message>
    <message>
        <source>It is so (Enter)</source>
        <translation>是（Enter）</translation>
    </message>
    <message>
        <source>It is not (N)</source>
        <translation>不是（N）</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>no source: still open</source>
        <translation>无出处，仍计为未了结</translation>
    </message>
</context>
<context>
    <name>FactsPage</name>
    <message>
        <source>Facts</source>
        <translation>有关事项</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A fault of the program: {error}. Your work is kept; please send the details to the makers.</source>
        <translation>程序出错：{error}。评审内容已保存；请将详细信息反馈给开发者。</translation>
    </message>
</context>
<context>
    <name>FaultsPanel</name>
    <message>
        <source>Nothing is wrong.</source>
        <translation>没有错误。</translation>
    </message>
    <message>
        <source>Make the total the sum of the points</source>
        <translation>把分值合计改为各条目之和</translation>
    </message>
    <message>
        <source>Faults of the rubric</source>
        <translation>评审标准的错误</translation>
    </message>
</context>
<context>
    <name>FieldPopup</name>
    <message>
        <source>search, or type another one</source>
        <translation>输入文字查找，或直接填写</translation>
    </message>
    <message>
        <source>Enter takes it, Esc leaves it as it was.</source>
        <translation>按 Enter 采用，按 Esc 不作改动。</translation>
    </message>
    <message>
        <source>3 to 9 pick one, or type a year and press Enter. Esc leaves it as it was.</source>
        <translation>按 3 至 9 即选定，也可直接键入年份后按回车。按 Esc 不作改动。</translation>
    </message>
    <message>
        <source>A digit picks one, other signs search. Esc leaves it as it was.</source>
        <translation>按数字键即选定，输入文字可查找。按 Esc 不作改动。</translation>
    </message>
</context>
<context>
    <name>FindingsPanel</name>
    <message>
        <source>Filter by text (Ctrl+F)</source>
        <translation>按文字筛选（Ctrl+F）</translation>
    </message>
    <message>
        <source>Filter the findings by text</source>
        <translation>按文字筛选评审结果</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>评审结果</translation>
    </message>
    <message>
        <source>Show only: {outcome}</source>
        <translation>只显示：{outcome}</translation>
    </message>
    <message>
        <source>Cell {cell}</source>
        <translation>单元格 {cell}</translation>
    </message>
    <message>
        <source>Show the findings of all cells again (Esc)</source>
        <translation>恢复显示全部评审结果（Esc）</translation>
    </message>
    <message>
        <source>No finding passes this filter.</source>
        <translation>没有符合筛选条件的评审结果。</translation>
    </message>
</context>
<context>
    <name>Forgetting</name>
    <message>
        <source>Remembered corrections forgotten: {count}. They are not proposed any more; what was corrected in the drafts themselves stays.</source>
        <translation>已不再记住 {count} 条更正，今后不再提出；各方案中已作的更正不变。</translation>
    </message>
    <message>
        <source>Put them back</source>
        <translation>恢复</translation>
    </message>
</context>
<context>
    <name>Grades</name>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Above the line by</source>
        <translation>高出指标线</translation>
    </message>
</context>
<context>
    <name>Headings</name>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
</context>
<context>
    <name>HistoryDialog</name>
    <message>
        <source>History of the review</source>
        <translation>评审修改记录</translation>
    </message>
    <message>
        <source>Who changed what</source>
        <translation>全部修改</translation>
    </message>
    <message>
        <source>Since the opening</source>
        <translation>本次打开以来</translation>
    </message>
    <message>
        <source>Changes since the opening; Return goes to one</source>
        <translation>本次打开以来的修改，按回车回到所选一步</translation>
    </message>
    <message>
        <source>&amp;Verify</source>
        <translation>核验(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>To</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Nothing has been changed yet.</source>
        <translation>尚无修改。</translation>
    </message>
    <message>
        <source>As it was opened</source>
        <translation>打开时的状态</translation>
    </message>
    <message>
        <source>{change} (undone)</source>
        <translation>{change}（已撤销）</translation>
    </message>
    <message>
        <source>Export the history</source>
        <translation>导出修改记录</translation>
    </message>
    <message>
        <source>history</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
</context>
<context>
    <name>InstrumentsCell</name>
    <message>
        <source>U&amp;sed</source>
        <translation>采用(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Not used</source>
        <translation>没有采用(&amp;N)</translation>
    </message>
    <message>
        <source>Ta&amp;ke back</source>
        <translation>撤回认定(&amp;K)</translation>
    </message>
    <message>
        <source>Put the sentence &amp;aside</source>
        <translation>剔除这一句(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Move it to…</source>
        <translation>改归…(&amp;M)</translation>
    </message>
    <message>
        <source>Put a sentence &amp;in…</source>
        <translation>归入一句…(&amp;I)</translation>
    </message>
    <message>
        <source>Reason, needed where it is not what the program found</source>
        <translation>理由（与程序查到的不同时必填）</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Sentences in the cell</source>
        <translation>这一格的句子</translation>
    </message>
    <message>
        <source>By the reviewer: {reason}</source>
        <translation>评审人认定：{reason}</translation>
    </message>
    <message>
        <source>put aside by the reviewer</source>
        <translation>评审人已剔除</translation>
    </message>
    <message>
        <source>Nothing was found in the text.</source>
        <translation>正文中没有见到。</translation>
    </message>
    <message>
        <source>Found by the program; not confirmed by anybody yet.</source>
        <translation>程序查到，尚未有人确认。</translation>
    </message>
    <message>
        <source>The reviewer: {said}</source>
        <translation>评审人：{said}</translation>
    </message>
    <message>
        <source>no longer counts, the draft is not what it was then; say it again or take it back</source>
        <translation>已失效：方案与认定时不同，请重新认定或撤回</translation>
    </message>
    <message>
        <source>Confirm what was found</source>
        <translation>确认程序查到的内容</translation>
    </message>
    <message>
        <source>This is not what the program found. Please write the reason, then press the button again.</source>
        <translation>与程序查到的不同。请先写明理由，再按一次按钮。</translation>
    </message>
</context>
<context>
    <name>InstrumentsModel</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>nothing found</source>
        <translation>没有见到</translation>
    </message>
    <message>
        <source>sentences found by the program: {count}</source>
        <translation>程序查到 {count} 句</translation>
    </message>
    <message>
        <source>the reviewer says: used</source>
        <translation>评审人认定：采用</translation>
    </message>
    <message>
        <source>the reviewer says: not used</source>
        <translation>评审人认定：没有采用</translation>
    </message>
    <message>
        <source>what was said of this cell no longer counts; please look at it again</source>
        <translation>对这一格的认定已失效，请重新核对</translation>
    </message>
    <message>
        <source>kinds of instrument: {count}</source>
        <translation>见到 {count} 种工具</translation>
    </message>
    <message>
        <source>no instrument</source>
        <translation>没有见到工具</translation>
    </message>
</context>
<context>
    <name>InstrumentsPage</name>
    <message>
        <source>The rubric by which this plan is judged does not ask for policy instruments. Another one can be chosen with Ctrl+Shift+R.</source>
        <translation>当前评审标准不查政策工具。可按 Ctrl+Shift+R 改用其他标准。</translation>
    </message>
    <message>
        <source>Matrix of policy instruments</source>
        <translation>政策工具矩阵</translation>
    </message>
    <message>
        <source>No text was read, so nothing could be looked up; cells can still be filled in by hand.</source>
        <translation>没有读到正文，无法查找；仍可由评审人逐格认定。</translation>
    </message>
</context>
<context>
    <name>JudgedBeside</name>
    <message>
        <source>Judging anew</source>
        <translation>正在重新评审</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The text is long: it is judged anew with the change…</source>
        <translation>材料较长，正在按这一改动重新评审…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>KeptText</name>
    <message>
        <source>kept</source>
        <translation>已保存</translation>
    </message>
</context>
<context>
    <name>LinesDialog</name>
    <message>
        <source>Assigned lines</source>
        <translation>下达指标</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>删除(&amp;R)</translation>
    </message>
    <message>
        <source>against the &amp;base year</source>
        <translation>相对基年(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Indicator</source>
        <translation>指标(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Target year</source>
        <translation>目标年(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>数值(&amp;V)</translation>
    </message>
    <message>
        <source>A line entered here stands above the province&apos;s, as a letter that assigns it does.</source>
        <translation>此处录入的下达指标（如上级下达文件所列）优先于省级指标。</translation>
    </message>
</context>
<context>
    <name>MailDialog</name>
    <message>
        <source>A copy to mail</source>
        <translation>另存发送用副本</translation>
    </message>
    <message>
        <source>With the applicant&apos;s &amp;files</source>
        <translation>附申报材料(&amp;F)</translation>
    </message>
    <message>
        <source>With the private &amp;notes</source>
        <translation>附私下备注(&amp;N)</translation>
    </message>
    <message>
        <source>Without the files the copy can be read and merged, but not judged anew. The history stays whole; of private notes it never has the text.</source>
        <translation>不附材料的副本可以阅读、合并，但不能重新判断。修改记录保持完整；私下备注的内容从不写入修改记录。</translation>
    </message>
    <message>
        <source>&amp;Save the copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
</context>
<context>
    <name>Mapping</name>
    <message>
        <source>In the file</source>
        <translation>文件原文</translation>
    </message>
</context>
<context>
    <name>MappingPage</name>
    <message>
        <source>As understood (Enter)</source>
        <translation>确认（Enter）</translation>
    </message>
    <message>
        <source>Take the proposal (A)</source>
        <translation>采用建议（A）</translation>
    </message>
    <message>
        <source>Propose it no more (Delete)</source>
        <translation>不再提出（Delete）</translation>
    </message>
    <message>
        <source>Put this field right</source>
        <translation>更正此项</translation>
    </message>
    <message>
        <source>Why it was understood so</source>
        <translation>识别依据</translation>
    </message>
    <message>
        <source>Take all proposals ({count})</source>
        <translation>采用全部建议（{count}）</translation>
    </message>
</context>
<context>
    <name>MeetingForm</name>
    <message>
        <source>&amp;Outcome</source>
        <translation>结论(&amp;O)</translation>
    </message>
    <message>
        <source>Po&amp;ints</source>
        <translation>得分(&amp;I)</translation>
    </message>
    <message>
        <source>Reaso&amp;n</source>
        <translation>理由(&amp;N)</translation>
    </message>
    <message>
        <source>Co&amp;mment for the applicant</source>
        <translation>给申报单位的意见(&amp;M)</translation>
    </message>
    <message>
        <source>Record the a&amp;greed result</source>
        <translation>记录会议结果(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Take it back</source>
        <translation>撤回(&amp;T)</translation>
    </message>
    <message>
        <source>Agreed result, recorded by “{meeting}”</source>
        <translation>会议结果，由“{meeting}”记录</translation>
    </message>
</context>
<context>
    <name>Merge</name>
    <message>
        <source>The meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>分歧</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>Agreed</source>
        <translation>会议结果</translation>
    </message>
</context>
<context>
    <name>MergePage</name>
    <message>
        <source>Looking at the reviews</source>
        <translation>正在查看评审文件</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Merge the reviews of several experts</source>
        <translation>合并多位专家的评审</translation>
    </message>
    <message>
        <source>&amp;Add reviews…</source>
        <translation>添加评审文件(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Take from the list</source>
        <translation>从列表中移除(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Merge and keep…</source>
        <translation>合并并保存(&amp;M)…</translation>
    </message>
    <message>
        <source>Reviews to be merged</source>
        <translation>待合并的评审</translation>
    </message>
    <message>
        <source>Add the review files (.lcreview) of the experts, or drag them here. Nothing is changed in them: a new file is made that holds what each expert said. Reviews that are not sealed yet stay hidden.</source>
        <translation>请添加各位专家的评审文件（.lcreview），也可以拖到这里。原文件不作改动，各位专家的意见合并到一个新文件；尚未封存的评审不显示意见。</translation>
    </message>
    <message>
        <source>Reviews that do not fit: {count}. Take them from the list to go on.</source>
        <translation>有 {count} 份评审不能合并，请从列表中移除后继续。</translation>
    </message>
    <message>
        <source>This is what would be done; nothing has been written yet.</source>
        <translation>以下是合并时将要做的事，目前尚未写入任何文件。</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>评审人</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>What will be done</source>
        <translation>将如何处理</translation>
    </message>
    <message>
        <source>Add reviews</source>
        <translation>添加评审文件</translation>
    </message>
    <message>
        <source>Reviews (*.lcreview)</source>
        <translation>评审文件 (*.lcreview)</translation>
    </message>
    <message>
        <source>The meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Who records the agreed results (for example the meeting and its date):</source>
        <translation>会议结果由谁记录（如会议名称和日期）：</translation>
    </message>
    <message>
        <source>Keep the merge in</source>
        <translation>合并结果保存为</translation>
    </message>
</context>
<context>
    <name>MergeResult</name>
    <message>
        <source>Also show where they &amp;agree</source>
        <translation>同时显示意见一致的(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Conclusion of the meeting…</source>
        <translation>会议结论(&amp;C)…</translation>
    </message>
    <message>
        <source>Save as &amp;PDF…</source>
        <translation>另存为 PDF(&amp;P)…</translation>
    </message>
    <message>
        <source>The experts</source>
        <translation>评审专家</translation>
    </message>
    <message>
        <source>Items, the widest spread first</source>
        <translation>条目，分歧大的在前</translation>
    </message>
    <message>
        <source>Reasons side by side</source>
        <translation>理由并列</translation>
    </message>
    <message>
        <source>{name}: the reviews of {count} experts</source>
        <translation>{name}：{count} 位专家的评审</translation>
    </message>
    <message>
        <source>Items where they differ: {differ} of {count}. Kept in {file}</source>
        <translation>意见不同的条目 {differ} 项，共评定 {count} 项。保存于 {file}</translation>
    </message>
    <message>
        <source>The experts do not differ on any item.</source>
        <translation>各位专家没有意见不同的条目。</translation>
    </message>
    <message>
        <source>Save the merge as PDF</source>
        <translation>合并结果另存为 PDF</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>&amp;Details</source>
        <translation>详细信息(&amp;D)</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>另有 {count} 条</translation>
    </message>
    <message>
        <source>Put this message away</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>NewRubric</name>
    <message>
        <source>Start a new rubric</source>
        <translation>新建评审标准</translation>
    </message>
    <message>
        <source>All criteria and cases of {source} are taken over, as version 0.1; the shipped rubric stays as it is.</source>
        <translation>将以 {source} 为底本，复制其全部条目和用例，版本为 0.1；底本不受影响。</translation>
    </message>
    <message>
        <source>&amp;Id (letters a-z, digits, hyphens)</source>
        <translation>编号（小写字母、数字、连字符）(&amp;I)</translation>
    </message>
    <message>
        <source>There is a rubric of this id already.</source>
        <translation>这个编号已有评审标准。</translation>
    </message>
</context>
<context>
    <name>NextRoundDialog</name>
    <message>
        <source>Next round with a revised draft</source>
        <translation>用修改稿开始下一轮</translation>
    </message>
    <message>
        <source>&amp;File…</source>
        <translation>文件(&amp;F)…</translation>
    </message>
    <message>
        <source>F&amp;older…</source>
        <translation>文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>更改(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Begin the round</source>
        <translation>开始下一轮(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Revised draft</source>
        <translation>修改稿(&amp;R)</translation>
    </message>
    <message>
        <source>Keep the review &amp;in</source>
        <translation>评审保存为(&amp;I)</translation>
    </message>
    <message>
        <source>Round {number} begins: your comments and private notes go along, verdicts and points do not. The file of this round stays as it is.</source>
        <translation>即将开始第 {number} 轮：意见和私下备注带入新一轮，结论和得分不带入；本轮的文件保持不变。</translation>
    </message>
    <message>
        <source>There is no such file: {path}</source>
        <translation>没有这个文件：{path}</translation>
    </message>
    <message>
        <source>{path} is there already and will not be overwritten.</source>
        <translation>{path} 已存在，不会覆盖；请换一个名称。</translation>
    </message>
    <message>
        <source>The revised draft</source>
        <translation>修改稿</translation>
    </message>
    <message>
        <source>Keep the review in</source>
        <translation>评审保存为</translation>
    </message>
    <message>
        <source>Reviews (*.lcreview)</source>
        <translation>评审文件 (*.lcreview)</translation>
    </message>
</context>
<context>
    <name>Offer</name>
    <message>
        <source>Readings in doubt: {count}. What rests on them stays open until you have looked.</source>
        <translation>有 {count} 个数值识别存疑，以其为依据的结论暂列未了结，请对照原文核对。</translation>
    </message>
    <message>
        <source>Readings that were corrected in earlier drafts: {count}.</source>
        <translation>有 {count} 个数值在以往方案中更正过，可按建议采用。</translation>
    </message>
    <message>
        <source>Cuts without a base year: {count}.</source>
        <translation>有 {count} 个下降（或提高）目标没有写明基准年，不能与指标线比较。</translation>
    </message>
    <message>
        <source>Look at them (Ctrl+3)</source>
        <translation>去核对（Ctrl+3）</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Reading was cancelled; what was open stays open.</source>
        <translation>已取消读取，原先打开的方案保持不变。</translation>
    </message>
</context>
<context>
    <name>PdfPages</name>
    <message>
        <source>Page before</source>
        <translation>上一页</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>下一页</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>Page of the source</source>
        <translation>原文页面</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>第 {number} 页，共 {count} 页</translation>
    </message>
</context>
<context>
    <name>PdfView</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>This computer lacks the part that draws PDF pages; the text of the pages follows.</source>
        <translation>本机缺少显示 PDF 页面的组件，以下改为显示页面文字。</translation>
    </message>
    <message>
        <source>The pages cannot be drawn; their text follows.</source>
        <translation>页面无法显示，以下改为显示页面文字。</translation>
    </message>
</context>
<context>
    <name>PlansList</name>
    <message>
        <source>Open plans</source>
        <translation>已打开的方案</translation>
    </message>
</context>
<context>
    <name>PlansModel</name>
    <message>
        <source>{file}
{failed} must fail, {open} must open</source>
        <translation>{file}
必须项：{failed} 项不通过，{open} 项未了结</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Bac&amp;k to the findings</source>
        <translation>返回评审结果(&amp;K)</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Fit width</source>
        <translation>适合宽度</translation>
    </message>
    <message>
        <source>&amp;Save as PDF…</source>
        <translation>另存为 PDF(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>Preview of the report</source>
        <translation>评审报告预览</translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message>
        <source>Save the report</source>
        <translation>保存评审报告</translation>
    </message>
    <message>
        <source>Export the findings</source>
        <translation>导出评审结果</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Write an empty form</source>
        <translation>生成空白填报表</translation>
    </message>
    <message>
        <source>plan-form.xlsx</source>
        <translation>低碳试点方案填报表.xlsx</translation>
    </message>
    <message>
        <source>Making the report</source>
        <translation>正在生成评审报告</translation>
    </message>
    <message>
        <source>Pages sent to the printer: {count}</source>
        <translation>已送往打印机 {count} 页。</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ReadingsPanel</name>
    <message>
        <source>Filter by text (Ctrl+F)</source>
        <translation>按文字筛选（Ctrl+F）</translation>
    </message>
    <message>
        <source>Filter the readings by text</source>
        <translation>按文字筛选识别结果</translation>
    </message>
    <message>
        <source>What was understood</source>
        <translation>识别结果</translation>
    </message>
</context>
<context>
    <name>RegionChooser</name>
    <message>
        <source>Whose plan is it? e.g. 厦门</source>
        <translation>这是哪里的方案？如：厦门</translation>
    </message>
    <message>
        <source>Place of the applicant</source>
        <translation>申报地区</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申报单位</translation>
    </message>
    <message>
        <source>Choose the applicant</source>
        <translation>选择申报单位</translation>
    </message>
    <message>
        <source>The place is another one…</source>
        <translation>更改申报地区…</translation>
    </message>
</context>
<context>
    <name>RememberedDialog</name>
    <message>
        <source>Remembered corrections</source>
        <translation>以往更正</translation>
    </message>
    <message>
        <source>&amp;Forget the selected</source>
        <translation>删除所选(&amp;F)</translation>
    </message>
    <message>
        <source>These corrections are proposed again for drafts with the same heading. Forget those that should not be.</source>
        <translation>以下更正遇到相同表头、相同指标时会再次建议。不宜沿用的，请选中后删除。</translation>
    </message>
    <message>
        <source>Nothing is remembered yet.</source>
        <translation>尚无可沿用的更正。</translation>
    </message>
</context>
<context>
    <name>ReviewFrame</name>
    <message>
        <source>Bac&amp;k</source>
        <translation>返回(&amp;K)</translation>
    </message>
</context>
<context>
    <name>ReviewPages</name>
    <message>
        <source>Reading {name}</source>
        <translation>正在读取 {name}</translation>
    </message>
    <message>
        <source>Comparing the rounds</source>
        <translation>正在对照各轮</translation>
    </message>
    <message>
        <source>List to be answered</source>
        <translation>请申报单位答复的清单</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>The applicant&apos;s replies</source>
        <translation>申报单位的答复</translation>
    </message>
</context>
<context>
    <name>ReviewTabs</name>
    <message>
        <source>Applicant&apos;s list</source>
        <translation>自查清单</translation>
    </message>
    <message>
        <source>Scoring sheet</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>Conclusion</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Instruments</source>
        <translation>政策工具</translation>
    </message>
    <message>
        <source>Facts ({count} to confirm)</source>
        <translation>有关事项（{count} 项待确认）</translation>
    </message>
    <message>
        <source>Facts ({count} stated)</source>
        <translation>有关事项（已认定 {count} 项）</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>有关事项</translation>
    </message>
    <message>
        <source>Readings ({count} doubtful)</source>
        <translation>核对（{count} 处存疑）</translation>
    </message>
    <message>
        <source>Readings</source>
        <translation>核对</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>评审结果</translation>
    </message>
</context>
<context>
    <name>ReviewerDialog</name>
    <message>
        <source>Who reviews</source>
        <translation>评审人</translation>
    </message>
    <message>
        <source>Verdicts, comments and the history bear this name; it is printed in the report. Two reviewers of one name are still told apart.</source>
        <translation>评定、意见和修改记录均署此姓名，并印入评审报告。姓名相同的评审人仍可区分。</translation>
    </message>
    <message>
        <source>I have &amp;no conflict of interest in this application</source>
        <translation>本人与此项申报无利益关系(&amp;N)</translation>
    </message>
    <message>
        <source>I &amp;declare this conflict of interest:</source>
        <translation>本人声明以下利益关系(&amp;D)：</translation>
    </message>
    <message>
        <source>e.g. took part in writing the plan</source>
        <translation>如：曾参与方案编制</translation>
    </message>
    <message>
        <source>Begin to review</source>
        <translation>开始评审</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Na&amp;me</source>
        <translation>姓名(&amp;M)</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Writing {name}</source>
        <translation>正在写入 {name}</translation>
    </message>
    <message>
        <source>Rescue into a new file</source>
        <translation>恢复到新文件</translation>
    </message>
    <message>
        <source>Reviews ({kinds})</source>
        <translation>评审文件 ({kinds})</translation>
    </message>
    <message>
        <source>Rescued into {path}</source>
        <translation>已恢复到 {path}</translation>
    </message>
    <message>
        <source>Once sealed, nothing of the review can be changed until it is opened again.</source>
        <translation>封存后不能修改，除非重新打开。</translation>
    </message>
    <message>
        <source>Criteria without a verdict: {count}.</source>
        <translation>尚有 {count} 项未评定。</translation>
    </message>
    <message>
        <source>Seal the review?</source>
        <translation>封存评审？</translation>
    </message>
    <message>
        <source>&amp;Seal</source>
        <translation>封存(&amp;S)</translation>
    </message>
    <message>
        <source>Open the review again?</source>
        <translation>重新打开评审？</translation>
    </message>
    <message>
        <source>The history keeps that it was sealed. It is judged as the program judges now, and has to be sealed anew.</source>
        <translation>修改记录会保留封存的经过。重新打开后按程序现行规则判断，完成后须再次封存。</translation>
    </message>
    <message>
        <source>&amp;Open it again</source>
        <translation>重新打开(&amp;O)</translation>
    </message>
    <message>
        <source>Save a self-contained review</source>
        <translation>另存为独立评审文件</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>取消(&amp;C)</translation>
    </message>
    <message>
        <source>Save a copy to mail</source>
        <translation>另存发送用副本</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>副本</translation>
    </message>
    <message>
        <source>The review goes on in {path}; what was kept beside the plan stays as it is.</source>
        <translation>评审在 {path} 中继续；方案旁原有的评审记录保持原样。</translation>
    </message>
</context>
<context>
    <name>RoundsPage</name>
    <message>
        <source>Rounds side by side</source>
        <translation>各轮并列</translation>
    </message>
    <message>
        <source>Also show what was &amp;the same throughout</source>
        <translation>同时显示各轮相同的(&amp;T)</translation>
    </message>
    <message>
        <source>The rounds</source>
        <translation>各轮</translation>
    </message>
    <message>
        <source>There is one round so far; the next one is begun with a revised draft.</source>
        <translation>目前只有一轮；收到修改稿后可开始下一轮。</translation>
    </message>
    <message>
        <source>Criteria: {shown} of {count}</source>
        <translation>显示 {shown} 条，共 {count} 条</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
</context>
<context>
    <name>RubricChooser</name>
    <message>
        <source>Rubric</source>
        <translation>评审标准</translation>
    </message>
    <message>
        <source>{title} {version} ({id}, your own)</source>
        <translation>{title} {version}（自建：{id}）</translation>
    </message>
    <message>
        <source>{title} {version} (shipped)</source>
        <translation>{title} {version}（随附）</translation>
    </message>
</context>
<context>
    <name>ScorePage</name>
    <message>
        <source>Filter by text</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Filter the sheet by text</source>
        <translation>按文字筛选评分表</translation>
    </message>
    <message>
        <source>Scoring sheet</source>
        <translation>评分表</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序判定</translation>
    </message>
    <message>
        <source>Expert</source>
        <translation>专家评定</translation>
    </message>
    <message>
        <source>By</source>
        <translation>由谁</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>意见</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未了结</translation>
    </message>
    <message>
        <source>decided by the program</source>
        <translation>由程序判定</translation>
    </message>
    <message>
        <source>decided by the expert</source>
        <translation>由专家评定</translation>
    </message>
    <message>
        <source>found by the program, decided by the expert</source>
        <translation>程序判定，专家已评定</translation>
    </message>
    <message>
        <source>Overruled</source>
        <translation>专家改判</translation>
    </message>
    <message>
        <source>To be said anew</source>
        <translation>须重新评定</translation>
    </message>
    <message>
        <source>Commented</source>
        <translation>有意见</translation>
    </message>
    <message>
        <source>No criterion passes this filter.</source>
        <translation>没有符合筛选条件的条目。</translation>
    </message>
    <message>
        <source>Settled &lt;b&gt;{low}&lt;/b&gt;, at most &lt;b&gt;{high}&lt;/b&gt; of 100; {count} open.</source>
        <translation>已定 &lt;b&gt;{low}&lt;/b&gt; 分，最高可达 &lt;b&gt;{high}&lt;/b&gt; 分（满分 100），未了结 {count} 项。</translation>
    </message>
    <message>
        <source>Moves it most: {criterion} ({points} points)</source>
        <translation>影响最大：{criterion}（{points} 分）</translation>
    </message>
</context>
<context>
    <name>SentenceDialog</name>
    <message>
        <source>Put a sentence in</source>
        <translation>归入一句</translation>
    </message>
    <message>
        <source>Filter by text</source>
        <translation>按文字筛选</translation>
    </message>
    <message>
        <source>Sentences of the text</source>
        <translation>正文的句子</translation>
    </message>
</context>
<context>
    <name>SourcePanel</name>
    <message>
        <source>Sheets and files of the source</source>
        <translation>原文的工作表和文件</translation>
    </message>
    <message>
        <source>The source as it looks</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>{name} (hidden)</source>
        <translation>{name}（隐藏）</translation>
    </message>
    <message>
        <source>{name} (not used)</source>
        <translation>{name}（未采用）</translation>
    </message>
    <message>
        <source>No indicator table was found on this sheet.</source>
        <translation>这张工作表中没有找到指标表。</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>{name} (gone)</source>
        <translation>{name}（已不存在）</translation>
    </message>
    <message>
        <source>LowCarbon Desktop</source>
        <translation>低碳试点方案评审</translation>
    </message>
    <message>
        <source>Judges draft low-carbon pilot plans: what falls short, where, and how to mend it.</source>
        <translation>评审低碳试点方案草案：哪里不达标、在什么位置、如何修改。</translation>
    </message>
    <message>
        <source>&amp;Open a plan…</source>
        <translation>打开方案(&amp;O)…</translation>
    </message>
    <message>
        <source>Open &amp;a folder…</source>
        <translation>打开文件夹(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Paste a table (Ctrl+V)</source>
        <translation>粘贴表格(&amp;P) Ctrl+V</translation>
    </message>
    <message>
        <source>&amp;Type a table in…</source>
        <translation>录入表格(&amp;T)…</translation>
    </message>
    <message>
        <source>a folder is one application, several files are several</source>
        <translation>一个文件夹为一份申报，多个文件为多份申报</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Examples (targets as published in the source report)</source>
        <translation>示例（依据研究报告公布的各地目标）</translation>
    </message>
    <message>
        <source>or drop files here: xlsx, xls, ods, csv, docx, PDF, lcreview</source>
        <translation>或将文件拖放到此处：xlsx、xls、ods、csv、docx、PDF、lcreview</translation>
    </message>
</context>
<context>
    <name>Stranger</name>
    <message>
        <source>Take away</source>
        <translation>去掉</translation>
    </message>
</context>
<context>
    <name>SummaryBand</name>
    <message>
        <source>Place not known</source>
        <translation>申报地区未知</translation>
    </message>
    <message>
        <source>final</source>
        <translation>最终</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>未了结 {count} 项</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>own points</source>
        <translation>自拟分值</translation>
    </message>
    <message>
        <source>Score from {low} to {high} of 100</source>
        <translation>得分 {low} 至 {high}，满分 100</translation>
    </message>
    <message>
        <source>Solid: points that are settled. Hatched: what the open items may still bring.</source>
        <translation>实色为已确定的得分，斜线为未了结项尚可取得的得分。</translation>
    </message>
    <message>
        <source>Another rubric, tailoring or date: Ctrl+Shift+R</source>
        <translation>更换标准、调整文件或基准日：Ctrl+Shift+R</translation>
    </message>
</context>
<context>
    <name>TablePanel</name>
    <message>
        <source>Table as it was read</source>
        <translation>读取的表格</translation>
    </message>
    <message>
        <source>Which table of the file</source>
        <translation>选择文件中的表格</translation>
    </message>
    <message>
        <source>Table as read</source>
        <translation>读取的表格</translation>
    </message>
    <message>
        <source>used</source>
        <translation>已采用</translation>
    </message>
    <message>
        <source>not used</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>Select a cell to see how it was read and which findings rest on it. F2 corrects it.</source>
        <translation>选择单元格，查看其识别结果和以其为依据的评审结果；按 F2 更正。</translation>
    </message>
    <message>
        <source>Select a cell to see how it was read and which findings rest on it.</source>
        <translation>选择单元格，查看其识别结果和以其为依据的评审结果。</translation>
    </message>
</context>
<context>
    <name>TailoringDialog</name>
    <message>
        <source>Tailoring {name} of {rubric}</source>
        <translation>{rubric} 的调整：{name}</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>调整内容</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原为</translation>
    </message>
    <message>
        <source>After</source>
        <translation>改为</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>差别</translation>
    </message>
    <message>
        <source>&amp;Leave out…</source>
        <translation>删去条目(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Change…</source>
        <translation>调整条目(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Take back</source>
        <translation>取消此项(&amp;T)</translation>
    </message>
    <message>
        <source>Draft, not saved yet</source>
        <translation>草稿，尚未保存</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>删去</translation>
    </message>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
</context>
<context>
    <name>Topics</name>
    <message>
        <source>Id</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>Words, with 、 between</source>
        <translation>词语（用顿号隔开）</translation>
    </message>
</context>
<context>
    <name>TypedTable</name>
    <message>
        <source>Type a table in</source>
        <translation>录入表格</translation>
    </message>
    <message>
        <source>Whose plan is it? e.g. 厦门</source>
        <translation>这是哪里的方案？如：厦门</translation>
    </message>
    <message>
        <source>&amp;Place</source>
        <translation>地区(&amp;P)</translation>
    </message>
    <message>
        <source>The table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Add a &amp;row</source>
        <translation>增加一行(&amp;R)</translation>
    </message>
    <message>
        <source>Add a &amp;year…</source>
        <translation>增加年份(&amp;Y)…</translation>
    </message>
    <message>
        <source>A cut needs its base year in its name, for example 单位GDP二氧化碳排放比2010年下降率.</source>
        <translation>下降率须在名称中写明基准年，如：单位GDP二氧化碳排放比2010年下降率。</translation>
    </message>
    <message>
        <source>Columns on the clipboard for which there is no room here: {count}. They were not pasted; add the years first, then paste again.</source>
        <translation>剪贴板中右侧多出的 {count} 列没有粘贴。请先增加年份，再粘贴一次。</translation>
    </message>
    <message>
        <source>What you have typed is not kept yet. Throw it away?</source>
        <translation>录入的内容尚未保存。确定放弃吗？</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>Unopened</name>
    <message>
        <source>Rescue what is good…</source>
        <translation>取出完好的部分…</translation>
    </message>
    <message>
        <source>Files that could not be opened: {count}</source>
        <translation>未能打开的文件：{count} 份</translation>
    </message>
    <message>
        <source>… and {count} more, see the details</source>
        <translation>……另有 {count} 份，见详细信息</translation>
    </message>
</context>
<context>
    <name>VerdictButtons</name>
    <message>
        <source>Expert:</source>
        <translation>专家评定：</translation>
    </message>
    <message>
        <source>Agree (A)</source>
        <translation>同意(A)</translation>
    </message>
    <message>
        <source>Agree with what the program found</source>
        <translation>同意程序判定</translation>
    </message>
    <message>
        <source>Take the verdict back</source>
        <translation>撤回评定</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>/ {most} points</source>
        <translation>／{most} 分</translation>
    </message>
</context>
<context>
    <name>VerdictPane</name>
    <message>
        <source>Begin the expert&apos;s review…</source>
        <translation>开始专家评审…</translation>
    </message>
    <message>
        <source>Re&amp;ason</source>
        <translation>理由(&amp;A)</translation>
    </message>
    <message>
        <source>Why you judge otherwise than the program; it is printed.</source>
        <translation>说明评定的理由，印入评审报告。</translation>
    </message>
    <message>
        <source>&amp;Comment to the applicant</source>
        <translation>给申报单位的意见(&amp;C)</translation>
    </message>
    <message>
        <source>What the applicant should read; printed.</source>
        <translation>供申报单位阅读，印入评审报告。</translation>
    </message>
    <message>
        <source>The program found “{outcome}” when this was said, and finds something else now. Please say it anew.</source>
        <translation>作出评定时程序判定为“{outcome}”，现已不同，请重新评定。</translation>
    </message>
    <message>
        <source>A verdict other than the program&apos;s needs a reason; it is not kept without one.</source>
        <translation>与程序判定不同，须说明理由；未写理由的评定不予保存。</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>LowCarbon Desktop</source>
        <translation>低碳试点方案评审</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>one a line</source>
        <translation>每行一个</translation>
    </message>
</context>
<context>
    <name>Writing</name>
    <message>
        <source>Written: {path}</source>
        <translation>已写入：{path}</translation>
    </message>
    <message>
        <source>Cancelled; nothing was written.</source>
        <translation>已取消，没有写入任何文件。</translation>
    </message>
</context>
<context>
    <name>YardstickDialog</name>
    <message>
        <source>Rubric, tailoring and date</source>
        <translation>评审标准、调整文件和基准日</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>评审标准</translation>
    </message>
    <message>
        <source>Another &amp;rubric…</source>
        <translation>其他标准(&amp;R)…</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
    <message>
        <source>the &amp;day</source>
        <translation>指定日期(&amp;D)</translation>
    </message>
    <message>
        <source>the date of the &amp;plan, else of the rubric</source>
        <translation>材料自身的日期，没有则用评审标准的日期(&amp;P)</translation>
    </message>
    <message>
        <source>{own}: {date}</source>
        <translation>{own}：{date}</translation>
    </message>
    <message>
        <source>{count} criteria</source>
        <translation>{count} 条</translation>
    </message>
    <message>
        <source>Notes and verdicts stay with their criteria; what another rubric does not have is kept and comes back with it. The change can be undone.</source>
        <translation>意见和结论随标准条目保留；新标准没有的条目也不会丢失，换回即可看到。此更改可以撤销。</translation>
    </message>
    <message>
        <source>&amp;Tailoring</source>
        <translation>调整文件(&amp;T)</translation>
    </message>
    <message>
        <source>Judged as of</source>
        <translation>评审基准日</translation>
    </message>
    <message>
        <source>The rubric.yaml of a rubric</source>
        <translation>选择标准文件夹中的 rubric.yaml</translation>
    </message>
    <message>
        <source>Rubrics (rubric.yaml)</source>
        <translation>评审标准 (rubric.yaml)</translation>
    </message>
    <message>
        <source>A tailoring</source>
        <translation>选择调整文件</translation>
    </message>
    <message>
        <source>Tailorings (*.yaml *.yml)</source>
        <translation>调整文件 (*.yaml *.yml)</translation>
    </message>
</context>
</TS>
