//! Reading along: what a file says, for the search, for the eye, and for suggestions.

use crate::failure::Failure;
use crate::jobs::{Job, JobWatch};
use crate::lookup::Titles;
use crate::office::App;
use crate::views::{
    DocumentReading, FileDetails, FilePageRequest, FileQuery, PagePicture, PreviewKind,
    SuggestionView, TextsRead,
};
use base64::Engine as _;
use readiness::{DocumentType, Evidence, ProductFrame, Text};
use reading::suggest::{Known, KnownType, SuggestedField, Suggestion, suggest};
use reading::{FileType, Place, Reader, Reading, Refusal, Standing};
use std::collections::BTreeSet;
use std::path::PathBuf;
use store::{FileTextRow, Vault};

/// Files read in one go; the client asks again until none is left.
const BATCH: usize = 16;

/// Characters of a text shown.
const SHOWN: usize = 60_000;

/// Texts being read.
pub struct ReadingTexts {
    reader: Reader,
    vault: Vault,
    files: Vec<String>,
    read: Vec<(String, Result<Reading, Refusal>)>,
}

impl ReadingTexts {
    pub(crate) fn run(&mut self, watch: &mut JobWatch<'_>) -> Result<(), Failure> {
        let total = self.files.len() as u64;
        for (done, sha256) in std::mem::take(&mut self.files).into_iter().enumerate() {
            watch.check()?;
            (watch.progress)(done as u64, Some(total), "");
            // A lost file is told by the check of the stored files, not here.
            let Ok(path) = self.vault.open_file(&sha256) else { continue };
            let reading = self.reader.read(&path, Some(watch.cancel));
            if reading == Err(Refusal::Cancelled) {
                return Err(Failure::Store(store::Error::Cancelled));
            }
            self.read.push((sha256, reading));
        }
        Ok(())
    }
}

/// A page to be drawn, without the workspace being held.
pub struct Page {
    reader: Reader,
    path: PathBuf,
    page: u32,
    width: u32,
    // Holds the folder while the file is read.
    _vault: Vault,
}

impl Page {
    /// Draws it.
    ///
    /// # Errors
    /// The file cannot be shown, or there is no such page.
    pub fn draw(&self) -> Result<PagePicture, Failure> {
        let picture = self.reader.page(&self.path, self.page, self.width)?;
        Ok(PagePicture {
            png: base64::engine::general_purpose::STANDARD.encode(&picture.png),
            width: picture.width,
            height: picture.height,
            pages: picture.pages,
        })
    }
}

impl App {
    /// Begins to read files whose text is not known yet, a few at a time.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn begin_reading(&mut self) -> Result<Job, Failure> {
        let unread = self.workspace.files_without_text()?;
        Ok(Job::Texts(Box::new(ReadingTexts {
            reader: self.reader.clone(),
            vault: self.workspace.vault().clone(),
            files: unread.into_iter().take(BATCH).map(|file| file.sha256).collect(),
            read: Vec::new(),
        })))
    }

    pub(crate) fn texts_read(&mut self, work: ReadingTexts) -> Result<TextsRead, Failure> {
        let mut told = TextsRead::default();
        for (sha256, reading) in work.read {
            match &reading {
                Ok(reading) if !reading.passages.is_empty() => told.read += 1,
                _ => told.without += 1,
            }
            self.keep_text(&sha256, &reading)?;
        }
        Ok(told)
    }

    /// Keeps what was read, and makes it findable.
    fn keep_text(
        &mut self,
        sha256: &str,
        reading: &Result<Reading, Refusal>,
    ) -> Result<(), Failure> {
        // What another attempt may bring is not kept.
        if matches!(reading, Err(Refusal::Io { .. } | Refusal::Cancelled)) {
            return Ok(());
        }
        let status = match reading {
            Ok(reading) => standing_id(reading.standing),
            Err(refusal) => refusal.code(),
        };
        let data = serde_json::to_value(reading)
            .map_err(|error| Failure::Internal { detail: error.to_string() })?;
        let read_at = self.now();
        self.workspace.put_file_text(&FileTextRow {
            sha256: sha256.to_owned(),
            status: status.to_owned(),
            pages: reading.as_ref().ok().and_then(|reading| reading.pages),
            data,
            read_at,
        })?;
        self.index_text(sha256, reading)
    }

    /// What a stored file says: from what is kept, or read now.
    fn reading_of(&mut self, sha256: &str) -> Result<Result<Reading, Refusal>, Failure> {
        let kept = self.workspace.file_text(sha256)?;
        if let Some(row) = kept
            && let Ok(reading) = serde_json::from_value(row.data)
        {
            return Ok(reading);
        }
        let path = self.workspace.vault().open_file(sha256)?;
        let reading = self.reader.read(&path, None);
        if self.workspace.read().file(sha256)?.is_some() {
            self.keep_text(sha256, &reading)?;
        }
        Ok(reading)
    }

    /// A file as it is read and shown: a stored one, or one that could be taken in.
    ///
    /// # Errors
    /// The file is not stored, or the workspace cannot be read.
    pub fn file_details(&mut self, query: &FileQuery) -> Result<FileDetails, Failure> {
        let (reading, path, name) = match &query.path {
            Some(path) => {
                let path = PathBuf::from(path);
                crate::intake::admit(&path)?;
                let name = crate::intake::name_of(&path);
                (self.reader.read(&path, None), path, name)
            }
            None => (
                self.reading_of(&query.sha256)?,
                self.workspace.vault().open_file(&query.sha256)?,
                self.file_name(&query.sha256)?,
            ),
        };
        let reading = match reading {
            Ok(reading) => reading,
            Err(refusal) => {
                let file_type = FileType::of_path(&path).unwrap_or(FileType::Unknown);
                return Ok(FileDetails {
                    file_type: type_id(file_type),
                    preview: PreviewKind::None,
                    pages: 0,
                    text: Vec::new(),
                    note: Some(refusal_words(&refusal)),
                    suggestions: Vec::new(),
                });
            }
        };
        let known = known_to(self)?;
        let titles = self.titles();
        let suggestions = suggest(&reading, &name, &known)
            .iter()
            .map(|one| suggestion_view(one, &titles))
            .collect();
        let preview = match reading.file_type {
            FileType::Pdf | FileType::Image => PreviewKind::Pages,
            _ if !reading.passages.is_empty() => PreviewKind::Text,
            _ => PreviewKind::None,
        };
        let mut left = SHOWN;
        let mut text = Vec::new();
        for passage in &reading.passages {
            let shown: String = passage.text.chars().take(left).collect();
            left -= shown.chars().count();
            text.push((place_words(&passage.place), shown));
            if left == 0 {
                break;
            }
        }
        Ok(FileDetails {
            file_type: type_id(reading.file_type),
            preview,
            pages: if preview == PreviewKind::Pages { reading.pages.unwrap_or(1) } else { 0 },
            text,
            note: note_on(&reading),
            suggestions,
        })
    }

    /// Begins to draw a page of a file: a stored one, or one that could be taken in.
    ///
    /// # Errors
    /// The file is not stored.
    pub fn begin_page(&self, request: &FilePageRequest) -> Result<Page, Failure> {
        Ok(Page {
            reader: self.reader.clone(),
            path: match &request.path {
                Some(path) => PathBuf::from(path),
                None => self.workspace.vault().open_file(&request.sha256)?,
            },
            page: request.page,
            width: request.width.clamp(16, 2_400),
            _vault: self.workspace.vault().clone(),
        })
    }

    /// What a stored file suggests for the fields of a trade document.
    ///
    /// # Errors
    /// The file is not stored, or the workspace cannot be read.
    pub fn read_document(
        &mut self,
        request: &DocumentReading,
    ) -> Result<Vec<SuggestionView>, Failure> {
        let reading = self.reading_of(&request.sha256)??;
        Ok(reading::trade::suggest(&reading, &request.kind)
            .into_iter()
            .map(|one| SuggestionView {
                field: one.field,
                value: one.value,
                shown: None,
                place: place_words(&one.place),
                excerpt: one.excerpt,
                from: one.from,
                to: one.to,
            })
            .collect())
    }

    /// The name that a stored file has in the first document that has it.
    fn file_name(&self, sha256: &str) -> Result<String, Failure> {
        let stored = self.workspace.read().all_evidence_files()?;
        let name = stored.into_iter().find(|row| row.sha256 == sha256).map(|row| row.name);
        Ok(name.unwrap_or_default())
    }
}

/// What the workspace knows and a text may name.
pub(crate) fn known_to(app: &App) -> Result<Known, Failure> {
    let titles = app.titles();
    let mut ids: BTreeSet<DocumentType> =
        readiness::document::kind::ALL.iter().map(|kind| DocumentType::from(*kind)).collect();
    for requirement in app.library.rulebook.requirements() {
        ids.extend(requirement.accepts());
    }
    let types = ids
        .into_iter()
        .map(|id| {
            let title = titles.document_type(&id);
            KnownType { id: id.0, titles: vec![title.en, title.zh] }
        })
        .collect();
    let read = app.workspace.read();
    let mut models = BTreeSet::new();
    let mut holders = BTreeSet::new();
    let company = app.settings()?.company;
    holders.extend([company.name, company.name_zh]);
    for row in read.shipments::<serde_json::Value>()? {
        for product in read.products::<ProductFrame>(&row.id)? {
            models.insert(product.data.model);
        }
    }
    for row in read.all_evidence::<Evidence>()? {
        models.extend(row.data.scope.models);
        holders.extend(row.data.holder);
    }
    let filled = |names: BTreeSet<String>| {
        names.into_iter().filter(|name| !name.trim().is_empty()).collect()
    };
    Ok(Known { types, models: filled(models), holders: filled(holders) })
}

pub(crate) fn suggestion_view(one: &Suggestion, titles: &Titles<'_>) -> SuggestionView {
    let (field, shown) = match one.field {
        SuggestedField::DocumentType => {
            ("document-type", Some(titles.document_type(&DocumentType(one.value.clone()))))
        }
        SuggestedField::Number => ("number", None),
        SuggestedField::Issuer => ("issuer", None),
        SuggestedField::Holder => ("holder", None),
        SuggestedField::Issued => ("issued", None),
        SuggestedField::Expires => ("expires", None),
        SuggestedField::Model => ("model", None),
        SuggestedField::Standard => ("standard", None),
        SuggestedField::Language => ("language", Some(wording::language_name(&one.value))),
    };
    SuggestionView {
        field: field.to_owned(),
        value: one.value.clone(),
        shown,
        place: place_words(&one.place),
        excerpt: one.excerpt.clone(),
        from: one.from,
        to: one.to,
    }
}

/// A place in words.
pub(crate) fn place_words(place: &Place) -> Text {
    match place {
        Place::Page(number) => Text::new(format!("Page {number}"), format!("第 {number} 页")),
        Place::Sheet(name) => Text::new(format!("Sheet {name}"), format!("工作表 {name}")),
        Place::Part(name) => match name.as_str() {
            "head" => Text::new("Message head", "邮件头"),
            "body" => Text::new("Message", "邮件正文"),
            "header" => Text::new("Header", "页眉"),
            "footer" => Text::new("Footer", "页脚"),
            "footnotes" | "endnotes" => Text::new("Notes", "注释"),
            "comments" => Text::new("Comments", "批注"),
            attachment => Text::same(attachment),
        },
        Place::Whole => Text::new("Text", "正文"),
    }
}

/// What is to be known about a reading; nothing when all of it was read.
pub(crate) fn note_on(reading: &Reading) -> Option<Text> {
    match reading.standing {
        Standing::Read => None,
        Standing::Cut => {
            Some(Text::new("Only the beginning of the text was read", "仅读取了文本的开头部分"))
        }
        Standing::NoText => Some(Text::new(
            "No text in it, only pictures: nothing can be searched or suggested",
            "仅含图像，无文本：无法搜索，也无法给出建议",
        )),
        Standing::NotReadable => {
            Some(Text::new("Text of such files is not read", "不读取此类文件的文本"))
        }
    }
}

fn standing_id(standing: Standing) -> &'static str {
    match standing {
        Standing::Read => "read",
        Standing::Cut => "cut",
        Standing::NoText => "no-text",
        Standing::NotReadable => "not-readable",
    }
}

/// Why a file was not read, as part of a sentence.
pub(crate) fn refusal_words(refusal: &Refusal) -> Text {
    match refusal {
        Refusal::Encrypted => Text::new("it is protected by a password", "文件受密码保护"),
        Refusal::Damaged { .. } => Text::new("it is damaged or incomplete", "文件已损坏或不完整"),
        Refusal::Empty => Text::new("it is empty", "文件为空"),
        Refusal::Executable => Text::new("it is a program", "这是程序"),
        Refusal::TooLarge { limit } => Text::new(
            format!("it is larger than {} MB", limit / 1_000_000),
            format!("超过 {} MB", limit / 1_000_000),
        ),
        Refusal::TooSlow { seconds } => Text::new(
            format!("reading it took longer than {seconds} s"),
            format!("读取时间超过 {seconds} 秒"),
        ),
        Refusal::TooMuch => {
            Text::new("reading it needs more memory than allowed", "读取所需内存超过限制")
        }
        Refusal::NoPage => Text::new("there is no such page", "没有该页"),
        Refusal::Cancelled => Text::new("it was stopped", "已停止"),
        Refusal::Io { .. } => Text::new("it cannot be read", "无法读取"),
    }
}

/// A type's stable id.
pub(crate) fn type_id(file_type: FileType) -> String {
    match file_type {
        FileType::Pdf => "pdf",
        FileType::Docx => "docx",
        FileType::Xlsx => "xlsx",
        FileType::Office => "office",
        FileType::Text => "text",
        FileType::Email => "email",
        FileType::Image => "image",
        FileType::Archive => "archive",
        FileType::Executable => "executable",
        FileType::Empty => "empty",
        FileType::Unknown => "unknown",
    }
    .to_owned()
}
