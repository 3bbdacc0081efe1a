-- The command's own texts in Chinese: help of subcommands and options, words beside tables, errors and answers.
-- A sentence stands as the command says it in English; one that is missing here is shown in English.
return {
  texts = {
    -- Beside tables, errors and help of names.
    ["%1 more"] = "还有%1行",
    ["not shown:"] = "未显示：",
    ["help:"] = "帮助：",
    ["at"] = "位于",
    [" in function '%1'"] = "，函数“%1”内",
    ["gives:"] = "返回：",
    ["units:"] = "单位：",
    ["changes:"] = "变更：",
    ["errors:"] = "错误：",
    ["example:"] = "示例：",
    ["see also:"] = "另见：",
    ["[y/N]"] = "[是/否，默认否]",
    -- Commands of the console.
    ["these commands"] = "这些命令",
    ["how values are written; without a word, says it"] = "值的输出格式；不带词则显示当前格式",
    ["where the next chunk's output goes"] = "下一段的输出写到哪里",
    ["records as cards; auto: where rows are too wide"] = "记录显示为卡片；auto：行太宽时",
    ["language of headers, help and messages; without a word, says it"] = "表头、帮助和消息的语言；不带词则显示当前语言",
    ["in what tables show amounts; without a word, says it"] = "表格中金额的单位；不带词则显示当前单位",
    ["says how long each chunk took"] = "显示每段用时",
    ["long output goes to the pager"] = "长输出交给分页器",
    ["the session so far as a script"] = "把迄今的会话存为脚本",
    ["the session from here on, errors too"] = "从此处起记录会话，含错误",
    ["ends, as Ctrl-D"] = "结束，同Ctrl-D",
    -- What doctor finds.
    ["program"] = "程序",
    ["access"] = "访问方式",
    ["reading and writing"] = "可读写",
    ["reading only"] = "只读",
    -- Headings of help.
    ["OVERVIEW: "] = "概述：",
    ["USAGE: "] = "用法：",
    ["Usage: "] = "用法：",
    ["ARGUMENTS:"] = "参数：",
    ["OPTIONS:"] = "选项：",
    ["SUBCOMMANDS:"] = "子命令：",
    ["(values: "] = "（可选：",
    ["(default: "] = "（默认：",
    ["; default: "] = "；默认：",
    [")"] = "）",
    ["  See 'tenon help <subcommand>' for detailed help."] = "  详见 tenon help <subcommand>。",
    ["Show the version."] = "显示版本。",
    ["Show help information."] = "显示帮助。",
    -- The command and its subcommands.
    ["A sales kernel you can script."] = "可编程的销售内核。",
    ["Without a subcommand it opens a console. Standard output is data, standard error the rest."] =
      "不带子命令时打开控制台。标准输出只有数据，其余都在标准错误。",
    ["Exit status: 0 ok, 1 script error, 2 usage, 3 data or validation, 4 store or I/O, 5 limit exceeded, 130 interrupted."] =
      "退出码：0 正常，1 脚本错误，2 用法错误，3 数据或校验错误，4 数据文件或读写错误，5 超出限制，130 被中断。",
    ["Open a console (the default)."] = "打开控制台（默认）。",
    ["Run a script: all of it, or nothing."] = "运行脚本：要么全部生效，要么全不生效。",
    ["Evaluate a Lua expression or chunk and print its values."] = "求Lua表达式或代码块的值并打印。",
    ["Make a new store, empty or with a sample company."] = "新建数据文件：空的，或带一家样例公司。",
    ["Read a CSV file into records; refused rows go to a file of their own, with the reason."] =
      "把CSV文件读成记录；被拒收的行连同原因写入单独的文件。",
    ["Write records to a file or standard output; CSV unless told otherwise."] =
      "把记录写到文件或标准输出；默认为CSV。",
    ["Show what a script would change, and write nothing."] = "预演脚本会改变什么，不写入任何内容。",
    ["Apply a plan with its clock, seed and arguments; refuse when it would do anything else."] =
      "按预演的时钟、随机种子和参数执行；结果若与预演不同则拒绝。",
    ["List the latest runs, the latest first."] = "列出最近的运行，最新的在前。",
    ["Show a run: its inputs, what it changed, how often, and where first."] =
      "查看一次运行：输入、改变了什么、多少处、最先改变的几处。",
    ["Take a run back; the undo is a run too, and can be undone."] =
      "撤销一次运行；撤销本身也是一次运行，也可撤销。",
    ["Compile scripts, look for unknown names, fields and options, and read policies."] =
      "编译脚本，检查未知的名称、字段和选项，并读取策略。",
    ["Read every record and every recorded change of a store; say what is there and what is damaged."] =
      "读取数据文件的全部记录和变更，说明其中有什么、是否损坏。",
    ["Copy the store into a new file; other runs go on meanwhile."] = "把数据文件复制到新文件；其间其他运行照常进行。",
    ["Explain a name of the language or a subcommand."] = "说明语言中的名称或子命令。",
    ["Print the reference of the language, in Markdown."] = "以Markdown打印语言参考。",
    ["Run files of tests, each on a fresh store in memory and with a fixed clock."] =
      "运行测试文件，各用内存中全新的数据文件和固定的时钟。",
    ["A file says suite{sample = 200} and test(\"name\", function() … end) with expect(value):equals(…). What a test changes is taken back before the next."] =
      "测试文件写suite{sample = 200}和test(\"名称\", function() … end)，其中用expect(值):equals(…)。每项测试所做的改变在下一项之前撤回。",
    -- Arguments.
    ["Lua files, or folders of them."] = "Lua文件，或其文件夹。",
    ["As customers or orders."] = "如customers或orders。",
    ["A CSV file with a header."] = "带表头的CSV文件。",
    ["As customers:count(), or a whole chunk."] = "如customers:count()，或整段代码。",
    ["As wan, tiering.apply, where or run."] = "如wan、tiering.apply、where或run。",
    ["A Lua file; - for standard input."] = "Lua文件；-表示标准输入。",
    ["What the script sees as arg; options of its own go behind --."] =
      "脚本中的arg；脚本自己的选项放在--之后。",
    ["A file of tenon plan."] = "tenon plan生成的文件。",
    ["The run's number, as tenon runs lists it."] = "运行号，见tenon runs。",
    ["Lua files; those in a folder named policy or kpi are read as policies."] =
      "Lua文件；policy或kpi文件夹中的按策略读取。",
    ["The copy; no file may stand there yet."] = "备份文件；必须尚不存在。",
    ["A Lua file."] = "Lua文件。",
    -- Options of every command.
    ["table, csv, json, jsonl or markdown."] = "table、csv、json、jsonl或markdown。",
    ["auto, always or never."] = "auto、always或never。",
    ["Language of headers, help and messages; else $TENON_LANG, else the locale."] =
      "表头、帮助和消息的语言；否则取$TENON_LANG，再否则按区域设置。",
    ["Amounts in tables for people: yuan, wan (10,000) or yi (100,000,000)."] =
      "供人阅读的表格中的金额单位：yuan（元）、wan（万元）或yi（亿元）。",
    ["Headers of CSV as labels in the language, in place of names."] =
      "CSV表头用该语言的标签代替字段名。",
    ["The store; else $TENON_STORE, else ./tenon.db."] = "数据文件；否则取$TENON_STORE，再否则为./tenon.db。",
    -- Options of some.
    ["Only tests whose name holds this."] = "只运行名称含此文本的测试。",
    ["Stop a test after so many seconds."] = "一项测试超过这么多秒即停止。",
    ["Stop after so many seconds."] = "超过这么多秒即停止。",
    ["Megabytes for the script."] = "脚本可用的内存（MB）。",
    ["A folder that the script may read; may be repeated."] = "脚本可读的文件夹；可重复。",
    ["A folder that the script may write; may be repeated."] = "脚本可写的文件夹；可重复。",
    ["Who does it; else $TENON_ACTOR, else the user."] = "操作人；否则取$TENON_ACTOR，再否则为当前用户。",
    ["The day that scripts take for today, at 09:00; else now."] = "脚本视为今天的日期（09:00）；否则为现在。",
    ["Seed of random numbers."] = "随机种子。",
    ["Do all the work, show what would change, and write nothing."] = "完成全部计算，显示会改变什么，但不写入。",
    ["Answer yes to every question; off a terminal wide changes need it."] =
      "所有提问都回答“是”；不在终端上时，大范围变更需要它。",
    ["In a pipe go on after a chunk that fails; end with 1 all the same."] =
      "在管道中，一段失败后继续；最后仍以1退出。",
    ["Append the session to a file as it goes."] = "把会话随时追加到文件。",
    ["No files and no commands, for the whole session."] = "整个会话不读写文件，不执行命令。",
    ["Reads a column into a field of another name; an empty field leaves it out. May be repeated."] =
      "把一列读入另一名称的字段；字段为空则略过该列。可重复。",
    ["The unique field that tells which record a row is; else id or code."] =
      "判定一行是哪条记录的唯一字段；否则为id或code。",
    ["Where refused rows go; else beside the file, as FILE.rejects.csv."] =
      "拒收的行写到哪里；否则在原文件旁，名为FILE.rejects.csv。",
    ["comma, semicolon, tab or pipe."] = "comma、semicolon、tab或pipe。",
    ["Store nothing when any row is refused."] = "只要有一行被拒收就什么也不保存。",
    ["Only records that meet a Lua expression."] = "只要满足Lua表达式的记录。",
    ["Fields behind the id, with commas between; else all."] = "id之后的字段，以逗号分隔；否则为全部。",
    ["The file; its ending may say the form."] = "文件；扩展名可决定格式。",
    ["Open the file with a byte order mark, for spreadsheets (CSV only)."] =
      "文件以字节顺序标记开头，供电子表格打开（仅CSV）。",
    ["Fill it with a sample company of so many customers."] = "装入一家有这么多客户的样例公司。",
    ["Seed of the sample."] = "样例的随机种子。",
    ["The day of the sample; the same day, seed and number give the same company."] =
      "样例的日期；日期、种子和数量相同，公司就相同。",
    ["The currency of all amounts, as CNY; the policy `book` says it otherwise."] =
      "全部金额的币种，如CNY；否则由策略book决定。",
    ["How many."] = "数量。",
    ["The latest run that still applies and is no undo itself."] = "最近一次仍然有效且本身不是撤销的运行。",
    ["Print the language's types for the Lua language server."] = "打印语言的类型，供Lua语言服务器使用。",
    ["The scripts may change nothing, as those with -- tenon: plan-only at their head."] =
      "脚本不得更改任何数据，与开头写有-- tenon: plan-only的脚本相同。",
    ["Make the changes that are certain, and show them."] = "作出确定无疑的修改，并显示出来。",
    ["Print the reference of the whole language, in Markdown."] = "以Markdown打印整个语言的参考。",
    ["Write the plan to a file for tenon apply."] = "把预演写入文件，供tenon apply使用。",
    ["Give the number of a run, or --last."] = "请给出运行号，或用--last。",
  },

  -- Templates as in messages.lua, of what the command says outside any catalogue of errors.
  messages = {
    [""] = {
      ["Names of the language:"] = "语言中的名称：",
      ["%1, %2\n?name explains a name, Ctrl-D ends\n"] = "%1，%2\n输入 ?名称 查看说明，Ctrl-D 结束\n",
      ["Take back run %1, %2?"] = "撤销第%1次运行（%2）？",
      ["Change %1 records?"] = "变更%1条记录？",
      ["waiting for another run to end"] = "正在等待另一次运行结束",
      ["changes"] = "变更",
      ["moves of %1"] = "%1的变动",
      ["first changes of %1"] = "%1最先的变更",
      ["run %1"] = "第%1次运行",
      ["no help for '%1'; did you mean '%2'?"] = "没有“%1”的帮助；是不是想查“%2”？",
      ["no help for '%1'"] = "没有“%1”的帮助",
      ["no data"] = "无数据",
    },
    ["usage.arguments"] = {
      ["Unexpected argument '%1'"] = "多余的参数“%1”",
      ["%1 unexpected arguments: %2"] = "%1个多余的参数：%2",
      ["Unknown option '%1'"] = "未知选项“%1”",
      ["Unknown option '%1'. Did you mean '%2'?"] = "未知选项“%1”。是不是想写“%2”？",
      ["Missing expected argument '%1'"] = "缺少参数“%1”",
      ["Missing value for '%1'"] = "“%1”缺少取值",
      ["The value '%1' is invalid for '%2'"] = "“%2”的取值“%1”无效",
      ["The value '%1' is invalid for '%2'. Please provide one of %3."] = "“%2”的取值“%1”无效。请用下列之一：%3。",
      ["Give the number of a run, or --last."] = "请给出运行号，或用--last。",
      ["Usage: %1"] = "用法：%1",
      ["  See '%1 --help' for more information."] = "  详见 %1 --help。",
    },
    ["usage.command"] = {
      ["there is no command '%1'"] = "没有“%1”这个命令",
      ["did you mean '%1'?"] = "是不是想写“%1”？",
      ["tenon help lists them"] = "tenon help 列出全部命令",
    },
    ["help.unknown"] = {
      ["tenon help lists every name"] = "tenon help 列出全部名称",
    },
  },
}
