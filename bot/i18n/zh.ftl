# One block per screen; keys sorted by screen. A view, not a translator, decides what is bold.

briefing-name = { $part ->
    [morning] ☀️ 早间简报
    [afternoon] 🌤️ 午后简报
   *[evening] 🌙 晚间简报
}
briefing-length = { $stories ->
   *[other] { $stories } 篇报道
} · { $minutes } 分钟读完
briefing-more = 还有 { $count } 篇 · /recent
briefing-more-than = 还有超过 { $count } 篇 · /recent
briefing-nothing-since = { $time } 之后没有新报道。
briefing-nothing-since-day = { $day } { $time } 之后没有新报道。
briefing-gaps = 部分媒体暂时没有响应，这些栏目可能有遗漏：{ $sections }{ $more ->
    [0] 。
   *[other] ，另有 { $more } 个栏目。
}
briefing-nothing = 还没有报道。稍后再来，就能看到第一篇。
briefing-nothing-fits = 还没有符合你设置的报道。/sections 和 /mute 可查看略过了什么。

credit-line = 综合自：{ $names }
credit-more = { $names } 及另外 { $count } 家
update-mark = 更新
alert-head = 🔴 突发
notice-head = { $label ->
    [withdrawal] 已撤稿
   *[correction] 已更正
}：#{ $number }

story-share = 分享
story-save = 收藏
story-saved = 已收藏
story-sources = 来源（{ $count }）
story-older = ◀ 较早
story-newer = 较新 ▶
story-note = { $label ->
    [update] 更新
   *[correction] 更正
}：{ $note }
story-withdrawn = 这篇报道已撤稿。
story-withdrawn-reason = 原因：{ $reason }
story-full = 阅读全文
story-unknown = 没有 #{ $number } 这篇报道。
story-which = 想看哪一篇？发送 /story 加编号，例如 /story 12。
story-no-older = 已是最早的一篇。
story-no-newer = 已是最新的一篇。
story-picture-credit = 图片：{ $credit }
story-picture-removed = 这张图片已从报道中撤下。
story-mistake = 我要纠错

mistake-ask = “{ $headline }”哪里有误？
mistake-how = 请用一条消息写清：文中怎么写的，应该是什么。
mistake-cancel = 算了
mistake-cancelled = 好的。
mistake-empty = 请用文字说明。
mistake-enough = 你提交的 { $count } 条纠错，编辑还没看完。这一条请稍后再发。
mistake-thanks = 谢谢，已转给编辑。

sources-title = 来源
sources-none = 这篇报道没有列出来源。
sources-bears = { $count ->
   *[other] 对应要点 { $points }
}
sources-independent = { $count ->
   *[other] { $count } 家独立媒体
}
sources-first = 首发：{ $outlet }
sources-back = 返回报道

recent-title = 近期报道
recent-section = 近期报道 · { $section }
recent-empty = 还没有报道。
recent-no-section = 没有“{ $section }”这个栏目。
recent-sections = 栏目：{ $sections }

search-title = 搜索 ·
search-empty = 没有找到。换个词，或少写几个词试试。
search-ask = 想找什么？发送 /search 加关键词，例如 /search 选举。

saved-title = 收藏
saved-empty = 还没有收藏。点报道下方的“收藏”，就能在这里找到。
following-empty = 还没有关注。点报道下方的“关注”，它的后续会排在简报最前面。

list-recent = 近期报道
list-back = ◀
list-on = ▶
list-page = { $page }/{ $pages }

start-greeting = 欢迎来到 { $publication }。
start-promise = 几分钟看完多家媒体的新闻，不添油加醋，每篇都写明是谁报道的。
start-how = 点数字打开报道。/recent 看之前的报道，/search 搜索，/help 看更多功能。

help-title = 我能做什么
help-inline = 在任何聊天里输入 @{ $username } 加关键词，就能分享报道。
help-reply = 用数字回复简报，就能打开那篇报道。

command-start = 开始使用
command-briefing = 现在有什么新闻
command-recent = 近期报道，也可按栏目看
command-story = 按编号看全文
command-sources = 看是谁报道的
command-search = 按关键词找报道
command-saved = 你收藏的报道
command-following = 你关注的报道
command-help = 我能做什么

inline-start = 打开 { $publication }
inline-nothing = 没有找到 · 打开 { $publication }

error-unknown-command = 没有这个命令。看看我能做什么：/help
error-old-button = 这个按钮已过期，请重新发送命令。
error-list-gone = 这个列表已过期，请重新搜索。
error-number = 这份简报里没有第 { $number } 篇。
error-apology = 我们这边出了点问题，请过一分钟再试。
error-over-quota = 一下子发太多了。我先处理前面的，请稍等再继续。

settings-button = 设置
settings-title = 设置
settings-line = { $name }：{ $value }
settings-times = 推送时间
settings-zone = 时区
settings-sections = 栏目
settings-mutes = 屏蔽词
settings-quiet = 静音时段
settings-silent = 静音推送
settings-alerts = 突发快讯
settings-stories = { $count ->
   *[other] 每份简报最多 { $count } 篇
}
settings-pause = 暂停一周
settings-resume = 恢复推送
settings-back = ◀ 设置
settings-next = 下一份简报：{ $day } { $time }。
settings-no-times = 还没设推送时间，想看时随时发 /briefing。
settings-stopped = 推送已停止，想看时随时恢复。
settings-refused = { $day }以来，消息一直发不到这里：{ $reason ->
    [no_rights] 我没有发言权限。
    [closed] 话题已关闭。
    [not_found] Telegram 找不到这个聊天。
   *[other] Telegram 拒绝发送。
}我会继续尝试。
settings-changed = 已保存。
vote-done = 谢谢。
vote-gone = 已撤回。
settings-admins = 只有管理员能更改本群的推送。

settings-channel = 频道设置

ask-location = 分享你的位置，我来设好时区。位置本身不会保存。
ask-location-button = 📍 分享我的位置
ask-channel = 选一个你的频道，或转发一条频道消息给我。我需要有在那里发消息的权限。
ask-channel-button = 选择频道

channel-connect = 连接频道
channel-connected = “{ $title }”已连接。简报时间：{ $times }（{ $zone }）。在这里修改：
channel-no-rights = 我没法在这个频道发消息。请把我设为能发消息的管理员，再试一次。
channel-admins = 只有频道管理员可以这样做。
channel-gone = 这个频道已断开，请到 /settings 重新连接。

times-none = 未设置
times-daily = · 每天
times-weekdays = · 周一至周五
times-on = · { $days }
times-only-weekdays = 仅周一至周五
times-full = 最多设 { $count } 个时间，请先去掉一个。
times-type = 也可以直接发：/schedule 7:30 18:00 周一-周五
times-unknown = 没看懂。试试 /schedule 7:30 18:00 周一-周五，写城市如 /schedule 柏林，或 /schedule 静音 22-7。

zone-type = 也可以写城市或时区：/schedule 里斯本
zone-located = 你的时区是 { $zone }。
zone-here = 📍 用我的位置
zone-unknown = 没找到这个城市。换个附近的大城市试试：/schedule 里斯本

sections-all = 全部
sections-last = 至少保留一个版块。/pause 和 /stop 可停止简报。
sections-how = 点选你想看的栏目。全部选中时，新栏目也会自动加入。

mute-none = 暂无
mute-how = /mute 加一个词，提到它的报道就不再显示；/unmute 加这个词，恢复显示。
mute-done = 已屏蔽提到“{ $word }”的报道。想恢复就发：/unmute { $word }
unmute-done = 提到“{ $word }”的报道已恢复显示。
unmute-unknown = “{ $word }”没有被隐藏。/mute 会列出已隐藏的词。
mute-too-long = 这个词太长了，请控制在 30 个字以内，例如 /mute 高尔夫。
mute-too-many = 屏蔽词太多了，请先去掉一个。查看全部：/mute
mute-no-words = 里面没有可以查找的词。请发一个词，例如 /mute 高尔夫。

pause-done = 已暂停到 { $day }。随时可用 /resume 恢复。
resume-done = 欢迎回来。
stop-done = 已停止推送。设置都还在，想看时发 /start 或 /resume 就行。

stop-elsewhere = { $count ->
   *[other] 本群还有 { $count } 个话题在收简报，要停的话，请到那里也发一次 /stop。
}

start-subscribed = 你的简报时间：{ $times }（{ $zone }）。
group-greeting = 大家好！{ $publication } 会给本群送来简报。推送时间：{ $times }（{ $zone }）。管理员可用 /settings 更改。

command-schedule = 推送时间、时区、静音时段
command-sections = 选择想看的栏目
command-mute = 屏蔽提到某个词的报道
command-unmute = 取消屏蔽
command-settings = 全部设置
command-pause = 暂停推送
command-resume = 结束暂停
command-stop = 停止推送

# What the bot's profile says in Telegram: at most 120 and 512 characters.
profile-about = 简短的新闻简报，写明来源，在你想看的时候送到。
profile-description = { $publication } 把多家媒体的报道整理成简短的简报：标题、要点，以及是谁报道的。点数字看全文和来源。几点送、看哪些栏目、屏蔽什么，都由你定。

credit-one = 一家媒体

settings-marks = 来源标注
reading-last = 至少保留一种语言；“全部”包括所有语言。
settings-reading = 报道语言
settings-nothing-new = 没有新报道也告知
settings-pictures = 图片
settings-language = 语言
settings-language-client = 跟随 Telegram
language-unknown = 我还不会这种语言。我会：{ $languages }。
command-language = 界面语言

zone-which = 你指的是哪一个？
quiet-now = 静音时段：{ $hours }，其间的消息不会响铃。想取消就发：/schedule 静音 关
quiet-none = 还没设静音时段。想设就发：/schedule 静音 22-7
times-too-many = 你发了 { $sent } 个时间，最多只能设 { $count } 个。设置没有改动。
times-no-times = 只写了日子，没写时间。请加上时间，例如：/schedule 7:30 周一-周五

pause-unknown = 没看懂要停多久。试试 /pause 3、/pause 2周、/pause 到 周五，或 /pause 永远。
pause-over = 那天已经过去了。试试：/pause 到 周五
pause-too-long = 超过一年了。发 /pause 永远，就会一直停到你发 /resume。

error-media = 我看得懂文字、数字和命令。发几个词，我来找相关报道。
error-number-where = 是哪份简报？用 { $number } 回复它，我就打开那篇报道。

briefing-of = { $day }的简报（含更正）
briefing-none-of = { $day }没有简报。
briefing-too-old = 简报只保留 { $days } 天。试试：/briefing 昨天
briefing-day-unknown = 哪一天？试试 /briefing 昨天，或写日期：/briefing 2026年11月21日

about-text = { $publication } 是一个小编辑部：每篇报道都由编辑综合多家媒体写成，并在文下写明是哪几家。
about-corrections = 有错就改：出过错的消息，每一条都会更正；你的下一份简报也会先告诉你。
about-contact = 联系我们：{ $contact }
command-about = 关于我们

privacy-title = 关于这个聊天，我保存了什么
privacy-chat = 聊天的 ID、类型和语言，以及从何时开始使用
privacy-settings = 你的设置：推送时间、时区、栏目、屏蔽词、静音时段、暂停
privacy-saved = 你收藏和关注的报道 · 👍 👎
privacy-messages = 我在这里的消息显示着或显示过哪些报道，以便更正；保留 { $days } 天
privacy-deliveries = 何时往这里发了哪些简报；保留 { $days } 天
privacy-updates = 你发来的内容，到回复为止；之后 { $days } 天只留一个指纹，以免重复回复
privacy-mistakes = 你提交的纠错，保留到编辑处理完
privacy-not = 我不保存姓名、电话号码和位置。你分享的位置会立刻换成时区。
privacy-how = /export 把这些全部发给你；/forget 立即删除。
command-privacy = 我保存了你的哪些信息
command-export = 把你的全部数据导出为文件
command-forget = 删除你的全部数据

export-caption = 关于这个聊天，我保存的全部数据。
forget-ask = 要删除这个聊天的全部数据吗？简报会停，收藏会清空，无法恢复。
forget-yes = 全部删除
forget-no = 保留
forget-kept = 什么都没有删除。
forget-done = 这个聊天的全部数据已删除。想重新开始就发 /start。

mistake-corrected = 你在“{ $headline }”里指出的错误已更正：{ $note }

# Words that people type, in this language, with commas between; they are understood beside the English ones.
typed-quiet = 安静, 静音, 免打扰, 勿扰, 请勿打扰, 静默, 无声, 静音时段, 免打扰时段, 安静时段, 勿扰时段
typed-off = 关, 关闭, 关掉, 取消, 停, 停止, 停用, 解除, 清除, 无, 没有, 不要, 不用
typed-every-day = 每天, 每日, 天天, 每一天
typed-weekdays = 工作日, 平日, 平时, 上班日, 周中
typed-weekends = 周末, 双休日, 双休, 休息日
typed-until = 到, 直到, 等到, 截止, 截止到
typed-since = 从, 自, 從
typed-forever = 永远, 一直, 永久, 无限期, 长期
typed-fillers = 在, 和, 与, 跟, 及, 以及, 还有, 加, 每, 每个, 每逢, 逢, 从, 自, 到, 于, 的, 点, 点钟, 点整, 整, 钟, 时, 分, 改成, 改为, 设为, 推送, 发送, 发
typed-noon = 中午, 正午, 晌午
typed-midnight = 半夜, 午夜, 零点, 子夜
typed-half-past = { "" }
typed-quarter-past = 一刻, 1刻
typed-quarter-to = 差一刻, 差1刻
typed-half-to = { "" }
typed-next = 下, 下个, 下一个
typed-last = 上, 上个, 上一个
typed-next-week = 下周, 下个星期, 下星期, 下礼拜, 下个礼拜
typed-week-ends = 这周末过后, 周末过后, 周末后, 本周末过后, 这周结束, 本周结束, 整周, 整个星期
typed-next-week-ends = 下周末, 下周结束, 下周底
typed-feasts = 圣诞=12-25, 圣诞节=12-25, 平安夜=12-24, 耶诞节=12-25
typed-next-month = 下个月, 下月
typed-month-ends = 月底, 月末, 本月底, 这个月底, 整个月
typed-year-ends = 元旦, 新年, 年底, 年末, 明年
typed-spans = 个星期=7, 星期=7, 个礼拜=7, 礼拜=7, 半个月=15, 后天=2, 大后天=3, 半年=182, 天=1, 日=1, 周=7, 个月=30, 月=30, 一个半月=45, 个半月=45, 一周半=11, 一个半星期=11
typed-numbers = { "" }
typed-endings = { "" }
typed-morning = 早, 清早, 一早, 早晨
typed-evening = 晚, 傍晚
typed-night = 夜里, 夜裡, 深夜
typed-day-names = 星期天=6, 礼拜天=6, 周天=6, 星期日=6, 礼拜日=6, 礼拜一=0, 礼拜二=1, 礼拜三=2, 礼拜四=3, 礼拜五=4, 礼拜六=5

story-follow = 关注
story-followed = 已关注
story-follows = 后续报道会排在您简报的最前面。
story-follows-not = 已不再关注此报道。
follow-mark = 您关注的报道
update-new = 新进展：{ $note }
story-earlier = 此前：
settings-rich = 单页阅读全文
rich-more = 继续阅读
rich-changes = 有何变动
settings-topic = 本话题的设置
stop-done-topic = 本话题不再自动收到任何内容。设置已保留；发送 /start 或 /resume 可重新开始。

web-skip = 跳到报道
web-search = 搜索
web-telegram = 在 Telegram 中
web-corrections = 更正
web-no-corrections = 目前还没有需要更正的内容。
web-page = 网页版
web-missing = 没有这个页面。
