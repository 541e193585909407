//! The history in words, undo and redo.

use crate::failure::Failure;
use crate::office::App;
use crate::views::{HistoryEntry, UndoDone};
use readiness::{CheckId, DocumentType, FactId, MilestoneId, RequirementId, Text};
use serde_json::Value;
use store::{Entry, EntryKind, EntryState};

/// How many lines the history shows.
const LINES: u32 = 500;

impl App {
    /// A change in words.
    pub(crate) fn label(&self, entry: &Entry) -> Text {
        let text = |key: &str| entry.params.get(key).and_then(Value::as_str).unwrap_or_default();
        let titles = self.titles();
        let named = |en: &str, zh: &str, name: Text| {
            if name.en.is_empty() {
                Text::new(en, zh)
            } else {
                Text::new(format!("{en}: {}", name.en), format!("{zh}：{}", name.zh))
            }
        };
        let title = Text::same(text("title"));
        let both = |key: &str| {
            let part = |language: &str| {
                let part = entry.params.get(key).and_then(|text| text.get(language));
                part.and_then(Value::as_str).unwrap_or_default().to_owned()
            };
            Text::new(part("en"), part("zh"))
        };
        match entry.name.as_str() {
            "settings.save" => Text::new("Change settings", "修改设置"),
            "promises.save" => named("Change response times", "修改时限", both("title")),
            "calendar.save" | "calendar.remove" => {
                if entry.name == "calendar.save" {
                    named("Change calendar", "修改日历", both("title"))
                } else {
                    named("Remove own calendar", "移除自有日历", both("title"))
                }
            }
            "settings.logo" => Text::new("Set the logo", "设置徽标"),
            "shipment.create" => named("New shipment", "新建发运", title),
            "shipment.sample" => named("Open sample", "打开示例", title),
            "shipment.import" => named("Import shipment", "导入发运", title),
            "shipment.archive" => named("Archive", "归档", title),
            "shipment.restore" => named("Take out of the archive", "取消归档", title),
            "shipment.delete" => named("Delete shipment", "删除发运", title),
            "order.save" => named("Change order", "修改订单", title),
            "product.save" => named("Change product", "修改产品", Text::same(text("model"))),
            "product.remove" => Text::new("Remove product", "移除产品"),
            "answer.set" => {
                let fact = titles.fact_title(&FactId::from(text("fact")));
                named("Answer", "回答", fact)
            }
            "evidence.attach" | "evidence.save" | "evidence.link" | "evidence.unlink" => {
                let kind = match text("type") {
                    "" => Text::default(),
                    kind => titles.document_type(&DocumentType::from(kind)),
                };
                let name = text("name");
                let name = if name.is_empty() || name == text("type") {
                    kind
                } else if kind.en.is_empty() {
                    Text::same(name)
                } else {
                    Text::new(format!("{}, {name}", kind.en), format!("{}，{name}", kind.zh))
                };
                match entry.name.as_str() {
                    "evidence.attach" => named("Attach", "附加文件", name),
                    "evidence.save" => named("Change document data", "修改文件信息", name),
                    "evidence.link" => named("Use document", "引用文件", name),
                    _ => named("Use document no longer", "取消引用文件", name),
                }
            }
            "evidence.remove" => named("Move to the bin", "移至回收站", Text::same(text("name"))),
            "evidence.restore" => {
                named("Take out of the bin", "从回收站恢复", Text::same(text("name")))
            }
            "evidence.delete" => {
                named("Delete from the bin", "从回收站删除", Text::same(text("name")))
            }
            "tolerances.save" => Text::new("Change tolerances", "修改允差"),
            "document.save" => {
                named("Change trade document", "修改单证", wording::document_title(text("kind")))
            }
            "exception.record" => {
                let check = wording::check_title(&CheckId::from(text("check")));
                named("Accept difference", "接受差异", check.unwrap_or_default())
            }
            "exception.revoke" => {
                let check = wording::check_title(&CheckId::from(text("check")));
                named("Count a difference again", "不再接受差异", check.unwrap_or_default())
            }
            "decision.make" => {
                let subject = text("subject");
                let title = titles
                    .requirement(&RequirementId::from(subject))
                    .or_else(|| wording::check_title(&CheckId::from(subject)));
                named("Decide", "作出决定", title.unwrap_or_else(|| Text::same(subject)))
            }
            "decision.revoke" => Text::new("Take a decision back", "撤回决定"),
            "party.save" => {
                let role = serde_json::from_value(entry.params["role"].clone()).ok();
                named("Change party", "修改参与方", role.map(wording::role).unwrap_or_default())
            }
            "material.save" => {
                let (title, language) = (both("title"), wording::language_name(text("language")));
                let mut en = format!("{}, {}", title.en, language.en);
                let mut zh = format!("{}，{}", title.zh, language.zh);
                let number = entry.params.get("consignment").and_then(Value::as_u64);
                if let Some(number) = number {
                    en.push_str(&format!(", consignment {number}"));
                    zh.push_str(&format!("，第 {number} 批"));
                }
                named("Record material", "登记资料", Text::new(en, zh))
            }
            "ticket.save" => named("Record ticket", "登记事项", title),
            "ticket.remove" => named("Remove ticket", "移除事项", title),
            "message.log" => named("Log message", "登记往来", title),
            "message.remove" => named("Remove message", "移除往来", title),
            "milestone.edit" => {
                let id = MilestoneId::from(text("milestone"));
                let name = match entry.params.get("title") {
                    Some(_) => both("title"),
                    // Written before titles were noted.
                    None => self.milestone_name(&id),
                };
                named("Change milestone", "修改里程碑", name)
            }
            "milestone.add" => named("New step", "新增步骤", both("title")),
            "milestone.remove" => named("Take a step out", "移除步骤", both("title")),
            "baseline.set" => Text::new("Set the baseline", "设定基准计划"),
            "baseline.clear" => Text::new("Clear the baseline", "清除基准计划"),
            "pack.edit" | "pack.create" | "pack.remove" | "pack.import" | "signal.save"
            | "signal.review" | "signal.remove" | "signal.hide" | "signal.show" => {
                let title = both("title");
                match entry.name.as_str() {
                    "pack.edit" => named("Change requirements", "修改要求包", title),
                    "pack.create" => named("New requirement pack", "新建要求包", title),
                    "pack.remove" => named("Remove own requirements", "移除自有要求", title),
                    "signal.save" => named("Change signal", "修改信号", title),
                    "signal.review" => named("Review signal", "复核信号", title),
                    "signal.remove" => named("Remove signal", "移除信号", title),
                    "signal.hide" => named("Watch no longer", "不再关注", title),
                    "signal.show" => named("Watch again", "重新关注", title),
                    _ => named("Import requirements", "导入要求包", title),
                }
            }
            "upgrade.accept" => named("Take new versions of packs", "采用要求包新版本", title),
            "upgrade.decline" => named("Keep versions of packs", "保留要求包原版本", title),
            "what-if.save" => {
                // Written before more than these could be tried, a line has them by name.
                let older = ["ships", "country", "incoterm"].map(text);
                let older = older.into_iter().filter(|part| !part.is_empty()).map(Text::same);
                let tried = entry.params.get("tried").cloned().unwrap_or_default();
                let tried: Vec<Text> = serde_json::from_value(tried).unwrap_or_default();
                let parts: Vec<Text> = older.chain(tried).collect();
                let name = match parts.as_slice() {
                    [] => Text::default(),
                    parts => crate::findings::joined(parts),
                };
                named("Save what-if", "保存假设方案", name)
            }
            "scenario.save" => named("Keep scenario", "保存方案", title),
            "scenario.remove" => named("Remove scenario", "删除方案", title),
            other => Text::same(other),
        }
    }

    /// A milestone's title by the templates, for the history: the shipment may be gone.
    fn milestone_name(&self, id: &MilestoneId) -> Text {
        for template in self.library.templates.values() {
            let found = template.milestones.iter().find(|milestone| milestone.id == *id);
            if let Some(own) = found
                && let Ok(milestone) = packs::milestone(own, &template.id, &self.library.steps)
            {
                return milestone.title;
            }
        }
        Text::same(id.as_str())
    }

    /// The latest changes, newest first.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, Failure> {
        let entries = self.workspace.read().history(LINES, None)?;
        Ok(entries
            .into_iter()
            .map(|entry| {
                let label = self.label(&entry);
                let label = match entry.kind {
                    EntryKind::Command => label,
                    EntryKind::Undo => {
                        Text::new(format!("Undo: {}", label.en), format!("撤销：{}", label.zh))
                    }
                    EntryKind::Redo => {
                        Text::new(format!("Redo: {}", label.en), format!("重做：{}", label.zh))
                    }
                };
                HistoryEntry {
                    id: entry.id,
                    undone: matches!(
                        entry.state,
                        Some(EntryState::Undone | EntryState::Superseded)
                    ),
                    at: entry.at,
                    author: entry.author,
                    label,
                    shipment: entry.shipment,
                }
            })
            .collect())
    }

    pub(crate) fn undo_label(&self) -> Result<Option<Text>, Failure> {
        Ok(self.workspace.read().can_undo()?.map(|entry| self.label(&entry)))
    }

    pub(crate) fn redo_label(&self) -> Result<Option<Text>, Failure> {
        Ok(self.workspace.read().can_redo()?.map(|entry| self.label(&entry)))
    }

    /// Takes the last change back; none when there is nothing to take back.
    ///
    /// # Errors
    /// The data has changed otherwise since, or the workspace cannot be written.
    pub fn undo(&mut self) -> Result<Option<UndoDone>, Failure> {
        self.step(store::Workspace::undo)
    }

    /// Does the last change taken back again; none when there is none.
    ///
    /// # Errors
    /// The data has changed otherwise since, or the workspace cannot be written.
    pub fn redo(&mut self) -> Result<Option<UndoDone>, Failure> {
        self.step(store::Workspace::redo)
    }

    fn step(
        &mut self,
        step: impl FnOnce(&mut store::Workspace, &str, &str) -> store::Result<store::Committed<Entry>>,
    ) -> Result<Option<UndoDone>, Failure> {
        let at = self.now();
        let author = self.settings()?.author;
        let author = if author.trim().is_empty() { "-".to_owned() } else { author };
        match step(&mut self.workspace, &at, &author) {
            Ok(committed) => {
                // An undone change may reach any shipment through a document.
                self.judged.clear();
                let changes = self.touched(&committed.changes)?;
                Ok(Some(UndoDone { label: self.label(&committed.value), changes }))
            }
            Err(store::Error::NothingToUndo | store::Error::NothingToRedo) => Ok(None),
            Err(error) => Err(error.into()),
        }
    }
}
