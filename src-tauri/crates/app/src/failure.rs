//! Everything that can go wrong for a client: a stable code, a message in both languages that says
//! what happened and what is safe, and the next step.

use crate::views::Failed;
use packs::Problems;
use readiness::{AnswerError, NetworkError, Text};
use std::error::Error as _;

/// Why a use case failed. Nothing is half done.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The workspace refused or failed.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A file has mistakes.
    #[error(transparent)]
    File(#[from] Problems),
    /// A file cannot be read from disk.
    #[error("could not read {path}")]
    Read {
        /// The file.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The system did not open a page in the browser.
    #[error("could not open {address}")]
    Open {
        /// The page's address.
        address: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A file cannot be written.
    #[error("could not write {path}")]
    Write {
        /// The file.
        path: String,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The pack versions that a shipment is judged by can no longer be read by this program.
    /// Judging it by others without a word could call it ready.
    #[error("{0}")]
    Pinned(Problems),
    /// The schedule cannot be planned.
    #[error(transparent)]
    Network(#[from] NetworkError),
    /// The same, with the milestones called by their titles; nothing was saved.
    #[error("the schedule could not be planned: {}", message.en)]
    Schedule {
        /// Why, and what to change.
        message: Text,
    },
    /// An answer does not fit its fact.
    #[error(transparent)]
    Answer(#[from] AnswerError),
    /// A field has a value that does not fit.
    #[error("{}", message.en)]
    Field {
        /// The field.
        field: String,
        /// What is wrong, and what is allowed.
        message: Text,
    },
    /// There is no such shipment.
    #[error("no shipment {id}")]
    NoShipment {
        /// Its id.
        id: String,
    },
    /// There is no such document.
    #[error("no document {id}")]
    NoEvidence {
        /// Its id.
        id: String,
    },
    /// Shipments use a document that is to be removed.
    #[error("in use: {}", shipments.join(", "))]
    InUse {
        /// Their titles.
        shipments: Vec<String>,
    },
    /// Schedules count in a calendar that is to be removed.
    #[error("calendar in use: {}", uses.iter().map(|of| of.en.as_str()).collect::<Vec<_>>().join("; "))]
    CalendarInUse {
        /// Its name.
        calendar: Text,
        /// Shipments with their milestones, each as one line.
        uses: Vec<Text>,
    },
    /// A file that is not taken in: a program, or nothing at all.
    #[error("{name} is not taken in: {}", why.en)]
    NotTaken {
        /// Its name.
        name: String,
        /// Why.
        why: Text,
    },
    /// A file is no longer what was looked at.
    #[error("{path} has changed since")]
    Changed {
        /// The file.
        path: String,
    },
    /// A stored file cannot be read or shown.
    #[error(transparent)]
    Reading(#[from] reading::Refusal),
    /// No other copy of a stored file was found.
    #[error("no copy of {sha256}")]
    NoCopy {
        /// Its SHA-256.
        sha256: String,
    },
    /// There is no such job, or its outcome was handed out already.
    #[error("no job {job}")]
    NoJob {
        /// Its number.
        job: u64,
    },
    /// There is no such milestone.
    #[error("no milestone {id}")]
    NoMilestone {
        /// Its id.
        id: String,
    },
    /// There is no such scenario.
    #[error("no scenario {id}")]
    NoScenario {
        /// Its id.
        id: String,
    },
    /// There is no such signal on the watch list.
    #[error("no signal {id}")]
    NoSignal {
        /// Its id.
        id: String,
    },
    /// The report cannot be made.
    #[error(transparent)]
    Report(#[from] report::Error),
    /// The program could not do what its own code promised; the details help to repair it.
    #[error("{detail}")]
    Internal {
        /// What happened, in English.
        detail: String,
    },
}

impl Failure {
    /// Stable code for programs.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Store(error) => store_code(error),
            Self::File(_) => "file-mistakes",
            Self::Pinned(_) => "pinned-packs",
            Self::Read { .. } => "cannot-read",
            Self::Open { .. } => "cannot-open",
            Self::Write { .. } => "cannot-write",
            Self::Network(_) | Self::Schedule { .. } => "schedule",
            Self::Answer(_) => "answer",
            Self::Field { .. } => "field",
            Self::NoShipment { .. } => "no-shipment",
            Self::NoEvidence { .. } => "no-evidence",
            Self::InUse { .. } => "evidence-in-use",
            Self::CalendarInUse { .. } => "calendar-in-use",
            Self::NotTaken { .. } => "not-taken",
            Self::Changed { .. } => "file-changed",
            Self::Reading(_) => "cannot-show",
            Self::NoCopy { .. } => "no-copy",
            Self::NoJob { .. } => "no-job",
            Self::NoMilestone { .. } => "no-milestone",
            Self::NoScenario { .. } => "no-scenario",
            Self::NoSignal { .. } => "no-signal",
            Self::Report(_) => "report",
            Self::Internal { .. } => "internal",
        }
    }

    /// What happened and what is safe.
    #[must_use]
    pub fn message(&self) -> Text {
        match self {
            Self::Store(error) => store_message(error),
            Self::File(problems) => {
                let first = problems.0.first();
                let more = problems.0.len().saturating_sub(1);
                let place = first.map(|p| format!("{}:{}", p.file, p.line)).unwrap_or_default();
                let field = first.map(|p| p.field.clone()).unwrap_or_default();
                let said = first.map(|p| p.message.clone()).unwrap_or_default();
                let (more_en, more_zh) = if more > 0 {
                    (format!(" {more} more below."), format!("另有 {more} 处，见下。"))
                } else {
                    Default::default()
                };
                Text::new(
                    format!(
                        "The file has mistakes and was not taken in. {place}, {field}: {}.{more_en}",
                        said.en
                    ),
                    format!("文件有错误，未导入。{place}，{field}：{}。{more_zh}", said.zh),
                )
            }
            Self::Pinned(problems) => {
                let first = problems.0.first();
                let file = first.map(|p| p.file.clone()).unwrap_or_default();
                let said = first.map(|p| p.message.clone()).unwrap_or_default();
                Text::new(
                    format!(
                        "The requirement packs that this shipment is judged by can no longer be read: {file}: {}. What you entered is kept.",
                        said.en
                    ),
                    format!(
                        "此发运所依据的要求包已无法读取：{file}：{}。已录入的内容均保留。",
                        said.zh
                    ),
                )
            }
            Self::Read { path, source } => Text::new(
                format!("{path} could not be read: {source}."),
                format!("无法读取 {path}：{source}。"),
            ),
            Self::Open { address, source } => Text::new(
                format!("The system could not open {address}: {source}."),
                format!("系统无法打开 {address}：{source}。"),
            ),
            Self::Write { path, source } => Text::new(
                format!("{path} could not be written: {source}. Your data is unchanged."),
                format!("无法写入 {path}：{source}。数据未改变。"),
            ),
            Self::Network(error) => {
                let text = packs::worded(error);
                Text::new(
                    format!("The schedule cannot be planned: {}.", text.en),
                    format!("无法排程：{}。", text.zh),
                )
            }
            Self::Schedule { message } => message.clone(),
            Self::Answer(error) => answer_message(error),
            Self::Field { field, message } => Text::new(
                format!("{field}: {}.", message.en.trim_end_matches('.')),
                format!("{field}：{}。", message.zh.trim_end_matches('。')),
            ),
            Self::NoShipment { .. } => {
                Text::new("This shipment is not in the workspace.", "工作区中没有这票货。")
            }
            Self::NoEvidence { .. } => {
                Text::new("This document is not in the workspace.", "工作区中没有这份文件。")
            }
            Self::InUse { shipments } => Text::new(
                format!("Still used for: {}. Nothing was removed.", shipments.join(", ")),
                format!("仍被以下发运使用：{}。未移除任何文件。", shipments.join("、")),
            ),
            Self::CalendarInUse { calendar, uses } => {
                let listed = |pick: fn(&Text) -> &str, comma: &str| {
                    uses.iter().map(pick).collect::<Vec<_>>().join(comma)
                };
                Text::new(
                    format!(
                        "Calendar {} is still used by: {}. Nothing was removed.",
                        calendar.en,
                        listed(|of| &of.en, "; ")
                    ),
                    format!(
                        "日历“{}”仍被使用：{}。未移除任何内容。",
                        calendar.zh,
                        listed(|of| &of.zh, "；")
                    ),
                )
            }
            Self::NotTaken { name, why } => Text::new(
                format!("{name} was not taken in: {}. Nothing was attached.", why.en),
                format!("未收入 {name}：{}。未附加任何内容。", why.zh),
            ),
            Self::Changed { path } => Text::new(
                format!("{path} has changed since it was looked at. Nothing was attached."),
                format!("{path} 在查看之后已被更改。未附加任何内容。"),
            ),
            Self::Reading(refusal) => {
                let said = crate::texts::refusal_words(refusal);
                Text::new(
                    format!("The file cannot be shown: {}.", said.en),
                    format!("无法显示该文件：{}。", said.zh),
                )
            }
            Self::NoCopy { .. } => Text::new(
                "No copy of this file was found there. Nothing was changed.",
                "未在该处找到此文件的副本。未作任何改动。",
            ),
            Self::NoJob { .. } => Text::new("This work has ended already.", "此项工作已结束。"),
            Self::NoMilestone { id } => Text::new(
                format!("The schedule has no milestone {id}."),
                format!("计划中没有里程碑 {id}。"),
            ),
            Self::NoScenario { .. } => {
                Text::new("This scenario is no longer kept.", "该方案已不存在。")
            }
            Self::NoSignal { id } => Text::new(
                format!("There is no signal {id} on the watch list."),
                format!("关注清单中没有信号 {id}。"),
            ),
            Self::Report(error) => Text::new(
                format!("The report could not be made: {error}."),
                format!("无法生成报告：{error}。"),
            ),
            Self::Internal { .. } => Text::new(
                "The program failed at this. Your data is unchanged.",
                "程序执行此操作时出错。数据未改变。",
            ),
        }
    }

    /// What to do.
    #[must_use]
    pub fn next(&self) -> Text {
        match self {
            Self::Store(error) => store_next(error),
            Self::File(_) => Text::new(
                "Correct the lines named and import it again.",
                "按所列行修改后重新导入。",
            ),
            Self::Pinned(_) => Text::new(
                "Open Requirements, then Versions, and take the versions in force into it.",
                "打开“要求”中的“版本”，为其采用现行版本。",
            ),
            Self::Read { .. } => Text::new(
                "Check that the file exists and that you may read it.",
                "确认文件存在且有读取权限。",
            ),
            Self::Open { .. } => Text::new(
                "Copy the address and open it in a browser.",
                "请复制网址，在浏览器中打开。",
            ),
            Self::Write { .. } => Text::new("Choose another folder.", "请选择其他文件夹。"),
            Self::Network(_) => Text::new("Change the milestones named.", "修改所列里程碑。"),
            Self::Schedule { .. } => Text::new(
                "Nothing was saved. Change the steps named.",
                "未保存任何内容。请修改所列步骤。",
            ),
            Self::Answer(_) | Self::Field { .. } => {
                Text::new("Correct it and save again.", "更正后重新保存。")
            }
            Self::InUse { .. } => Text::new(
                "Remove it all the same, or take it out of these shipments first.",
                "仍要移除，或先在这些发运中取消使用。",
            ),
            Self::CalendarInUse { .. } => {
                Text::new("Choose another calendar there first.", "请先在这些地方改用其他日历。")
            }
            Self::NotTaken { .. } => {
                Text::new("Leave it out and go on with the others.", "请去掉该文件后继续。")
            }
            Self::Changed { .. } => Text::new("Look at it again.", "请重新查看该文件。"),
            Self::Reading(_) => {
                Text::new("Open it in the system's viewer.", "请用系统查看器打开。")
            }
            Self::NoCopy { .. } => Text::new(
                "Choose the original file or the folder of a backup.",
                "请选择原文件或备份文件夹。",
            ),
            Self::NoShipment { .. }
            | Self::NoEvidence { .. }
            | Self::NoMilestone { .. }
            | Self::NoScenario { .. }
            | Self::NoSignal { .. }
            | Self::NoJob { .. } => Text::new("Go back to the list.", "返回列表。"),
            Self::Report(_) => Text::new(
                "Leave out the logo or a section and try again.",
                "去掉徽标或某个部分后重试。",
            ),
            Self::Internal { .. } => Text::new(
                "Copy the details and send them to whoever looks after the program.",
                "复制详细信息，交给程序维护人员。",
            ),
        }
    }

    /// All of it for a client.
    #[must_use]
    pub fn failed(&self) -> Failed {
        let mut detail = match self {
            Self::File(problems) | Self::Pinned(problems) => problems.to_string(),
            other => other.to_string(),
        };
        let mut source = self.source();
        while let Some(error) = source {
            let text = error.to_string();
            if !detail.contains(&text) {
                detail.push_str(": ");
                detail.push_str(&text);
            }
            source = error.source();
        }
        Failed { code: self.code().to_owned(), message: self.message(), next: self.next(), detail }
    }
}

fn answer_message(error: &AnswerError) -> Text {
    let zh = match error {
        AnswerError::UnknownFact(fact) => format!("现行要求包未定义事实 {fact}。"),
        AnswerError::Value(error) => format!("{}。", packs::value_error_zh(error)),
        AnswerError::NoProduct(_) => "这票货没有该产品。".to_owned(),
        AnswerError::Derived(fact) => format!("{fact} 由订单推导，无需填写。"),
    };
    Text::new(format!("{error}."), zh)
}

fn store_code(error: &store::Error) -> &'static str {
    use store::Error as E;
    match error {
        E::InUse { .. } => "workspace-in-use",
        E::NoWorkspace { .. } => "no-workspace",
        E::DatabaseLost { .. } => "database-lost",
        E::NotAWorkspace { .. } => "not-a-workspace",
        E::TooNew { .. } => "workspace-too-new",
        E::Damaged { .. } | E::UnreadableData { .. } => "workspace-damaged",
        E::ReadOnly { .. } => "read-only",
        E::DiskFull { .. } => "disk-full",
        E::NoWriteAheadLog { .. } => "unsuitable-folder",
        E::Busy { .. } => "busy",
        E::NothingToUndo => "nothing-to-undo",
        E::NothingToRedo => "nothing-to-redo",
        E::Conflict(_) => "undo-conflict",
        E::NotAFile { .. } => "not-a-file",
        E::TooLarge { .. } => "file-too-large",
        E::OtherContent { .. } => "other-content",
        E::Cancelled => "cancelled",
        E::UnknownFile { .. } => "file-missing",
        _ => "store",
    }
}

fn store_message(error: &store::Error) -> Text {
    use store::Error as E;
    match error {
        E::InUse { folder } => Text::new(
            format!("The workspace {} is open in another window.", folder.display()),
            format!("工作区 {} 已在另一窗口打开。", folder.display()),
        ),
        E::TooNew { found, supported, .. } => Text::new(
            format!(
                "This workspace was written by a newer Shipshape (format {found}, this one knows {supported}). Nothing was touched."
            ),
            format!(
                "此工作区由较新版本的 Shipshape 写入（格式 {found}，本版本支持到 {supported}）。未作任何改动。"
            ),
        ),
        E::Damaged { path, .. } => Text::new(
            format!("The database {} is damaged. Nothing was changed.", path.display()),
            format!("数据库 {} 已损坏。未作任何改动。", path.display()),
        ),
        E::DatabaseLost { folder } => Text::new(
            format!(
                "The workspace {} has lost its database; the attached files are still there.",
                folder.display()
            ),
            format!("工作区 {} 的数据库丢失；所附文件仍在。", folder.display()),
        ),
        E::NotAWorkspace { path } => Text::new(
            format!("{} is not a Shipshape workspace. Nothing was changed.", path.display()),
            format!("{} 不是 Shipshape 工作区。未作任何改动。", path.display()),
        ),
        E::ReadOnly { path } => Text::new(
            format!("{} cannot be written to.", path.display()),
            format!("{} 无法写入。", path.display()),
        ),
        E::DiskFull { path } => Text::new(
            format!(
                "The disk is full; {} was not written. What was saved before is safe.",
                path.display()
            ),
            format!("磁盘已满，{} 未写入。此前保存的内容安全。", path.display()),
        ),
        E::NothingToUndo => Text::new("There is nothing to undo.", "没有可撤销的操作。"),
        E::NothingToRedo => Text::new("There is nothing to redo.", "没有可重做的操作。"),
        E::Conflict(_) => Text::new(
            "This can no longer be undone: the data has changed since. Nothing was changed.",
            "数据已变化，无法撤销。未作任何改动。",
        ),
        E::NotAFile { path, .. } => Text::new(
            format!("{} is not a file. Nothing was attached.", path.display()),
            format!("{} 不是文件。未附加任何内容。", path.display()),
        ),
        E::TooLarge { name, limit } => Text::new(
            format!("{name} is larger than {} MB. Nothing was attached.", limit / 1_000_000),
            format!("{name} 超过 {} MB。未附加任何内容。", limit / 1_000_000),
        ),
        E::OtherContent { path } => Text::new(
            format!("{} has another content. Nothing was changed.", path.display()),
            format!("{} 的内容不同。未作任何改动。", path.display()),
        ),
        E::Cancelled => Text::new("Stopped. Nothing was changed.", "已停止。未作任何改动。"),
        E::UnknownFile { .. } => {
            Text::new("The file is no longer in the workspace's store.", "文件已不在工作区存储中。")
        }
        other => Text::new(
            format!("The workspace refused this: {other}. Nothing was changed."),
            format!("工作区拒绝了此操作：{other}。未作任何改动。"),
        ),
    }
}

fn store_next(error: &store::Error) -> Text {
    use store::Error as E;
    match error {
        E::InUse { .. } => Text::new("Close the other window.", "请关闭另一窗口。"),
        E::TooNew { .. } => Text::new(
            "Install the newer version, or open another folder.",
            "安装新版本，或打开其他文件夹。",
        ),
        E::Damaged { .. } | E::DatabaseLost { .. } | E::UnreadableData { .. } => Text::new(
            "Restore shipshape.db from a backup and remove shipshape.db-wal and shipshape.db-shm beside it; copies from before updates are in the folder backups.",
            "从备份恢复 shipshape.db，并删除同一文件夹中的 shipshape.db-wal 和 shipshape.db-shm；升级前的副本在 backups 文件夹中。",
        ),
        E::DiskFull { .. } => Text::new("Free some space and try again.", "清理磁盘空间后重试。"),
        E::ReadOnly { .. } | E::NoWriteAheadLog { .. } | E::NotAWorkspace { .. } => Text::new(
            "Choose a folder on this computer that you may write to.",
            "请选择本机上可写的文件夹。",
        ),
        E::NotAFile { .. } => Text::new("Choose a file.", "请选择文件。"),
        E::TooLarge { .. } => Text::new("Attach a smaller copy.", "请附加较小的副本。"),
        E::OtherContent { .. } => Text::new(
            "Choose the original file or the folder of a backup.",
            "请选择原文件或备份文件夹。",
        ),
        E::UnknownFile { .. } => Text::new("Attach the original again.", "请重新附加原文件。"),
        _ => Text::new("Try again.", "请重试。"),
    }
}
