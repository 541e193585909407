//! Finding things by their words: requirements, documents, shipments, notes, text in files.
//!
//! The index is derived: it follows every change, and when the program ended before it could, it
//! is brought up to date when the workspace is opened next.

use crate::failure::Failure;
use crate::findings::evidence_name;
use crate::office::App;
use crate::stored::Frame;
use crate::texts::place_words;
use crate::views::{SearchHit, SearchKind, SearchRequest, SearchResults};
use readiness::{
    CheckId, Decision, Evidence, EvidenceId, Exception, ProductFrame, RequirementId, Text,
    TradeDocument,
};
use reading::{Place, Reading, Refusal};
use std::collections::{BTreeSet, HashMap, HashSet};
use store::{Found, SearchEntry, SearchQuery, Subject, Table};

/// Hits given at most.
const MOST: usize = 200;

impl App {
    /// Finds what has all of the words.
    ///
    /// # Errors
    /// The workspace cannot be read.
    pub fn search(&mut self, request: &SearchRequest) -> Result<SearchResults, Failure> {
        self.index_requirements()?;
        let read = self.workspace.read();
        let limit = request.limit.clamp(1, MOST);
        let kinds: Vec<Subject> = request.kinds.iter().map(|kind| subject_of(*kind)).collect();
        let found = self.workspace.search(&SearchQuery {
            text: request.text.clone(),
            kinds: (!kinds.is_empty()).then_some(kinds),
            // Hits in files that no document has any more are left out below.
            limit: limit.saturating_mul(2),
            offset: 0,
        })?;
        let unread = self.workspace.files_without_text()?.len();
        let bin: HashSet<String> = read.bin()?.into_iter().map(|row| row.evidence_id).collect();
        let mut files: HashMap<String, Vec<(String, String)>> = HashMap::new();
        if found.hits.iter().any(|hit| hit.kind == Subject::File) {
            for row in read.all_evidence_files()? {
                files.entry(row.sha256).or_default().push((row.evidence_id, row.name));
            }
        }
        let mut hits = Vec::new();
        for hit in found.hits {
            if hit.kind == Subject::Evidence && bin.contains(&hit.id) {
                continue;
            }
            let Some(hit) = self.hit(hit, &files, &bin)? else { continue };
            hits.push(hit);
        }
        let more = hits.len() > limit || found.more;
        hits.truncate(limit);
        Ok(SearchResults { hits, more, unread })
    }

    fn hit(
        &self,
        hit: Found,
        files: &HashMap<String, Vec<(String, String)>>,
        bin: &HashSet<String>,
    ) -> Result<Option<SearchHit>, Failure> {
        let mut view = SearchHit {
            kind: kind_of(hit.kind),
            id: hit.id,
            title: Text::new(hit.title_en, hit.title_zh),
            place: None,
            page: None,
            sha256: None,
            shipment: hit.shipment,
            excerpt: hit.excerpt,
            marks: hit.marks,
            subject: None,
        };
        if hit.kind == Subject::File {
            let holders = files.get(&view.id).map(Vec::as_slice).unwrap_or_default();
            let Some((evidence, name)) = holders.iter().find(|(id, _)| !bin.contains(id)) else {
                return Ok(None);
            };
            let record = self.record(&EvidenceId(evidence.clone()))?;
            let place = serde_json::from_str(&hit.part).unwrap_or(Place::Whole);
            if let Place::Page(page) = place {
                view.page = Some(page);
            }
            let place = place_words(&place);
            view.place = Some(Text::new(
                format!("{name}, {}", place.en.to_lowercase()),
                format!("{name}，{}", place.zh),
            ));
            view.title = self.evidence_title(&record);
            view.sha256 = Some(std::mem::replace(&mut view.id, evidence.clone()));
        } else {
            (view.excerpt, view.marks) = line_of(&view.excerpt, &view.marks);
        }
        if hit.kind == Subject::Note {
            view.subject = Some(hit.part);
        }
        Ok(Some(view))
    }

    fn evidence_title(&self, record: &Evidence) -> Text {
        let kind = self.titles().document_type(&record.document_type);
        let name = evidence_name(record);
        if name == record.document_type.0 {
            return kind;
        }
        Text::new(format!("{}: {name}", kind.en), format!("{}：{name}", kind.zh))
    }

    /// Puts the requirements of the packs in force into the index, once for each time the packs
    /// change.
    fn index_requirements(&mut self) -> Result<(), Failure> {
        if self.requirements_indexed {
            return Ok(());
        }
        let entries: Vec<SearchEntry> = self
            .library
            .rulebook
            .requirements()
            .map(|requirement| {
                let fields = crate::pack_words::searched(requirement);
                entry(Subject::Requirement, &requirement.id.0, &requirement.title, fields)
            })
            .collect();
        self.workspace.unindex_all(Subject::Requirement)?;
        self.workspace.index(&entries)?;
        self.requirements_indexed = true;
        Ok(())
    }

    /// Makes the text of a file findable, part by part.
    pub(crate) fn index_text(
        &mut self,
        sha256: &str,
        reading: &Result<Reading, Refusal>,
    ) -> Result<(), Failure> {
        let Ok(reading) = reading else { return Ok(()) };
        let mut entries = Vec::with_capacity(reading.passages.len());
        for passage in &reading.passages {
            let part = serde_json::to_string(&passage.place)
                .map_err(|error| Failure::Internal { detail: error.to_string() })?;
            entries.push(SearchEntry {
                kind: Subject::File,
                id: sha256.to_owned(),
                part,
                shipment: None,
                title_en: String::new(),
                title_zh: String::new(),
                text: passage.text.clone(),
            });
        }
        Ok(self.workspace.index(&entries)?)
    }

    /// Brings the index up to date after a change. What fails here is made good when the
    /// workspace is opened next: the change itself is safe already.
    pub(crate) fn follow_in_index(&mut self, changes: &store::Changes) {
        if self.index_changes(changes).is_ok()
            && let Ok(last) = self.workspace.read().last_journal_id()
        {
            // As above: a stamp that could not be written leads to one more catching up.
            drop(self.workspace.set_indexed_through(last));
        }
    }

    fn index_changes(&mut self, changes: &store::Changes) -> Result<(), Failure> {
        let mut evidence = BTreeSet::new();
        let mut shipments = BTreeSet::new();
        let mut notes = false;
        for row in &changes.rows {
            let key = row.key.0.first().cloned().unwrap_or_default();
            match row.table {
                Table::Evidence | Table::EvidenceFile => {
                    evidence.insert(key);
                }
                Table::Shipment | Table::Product | Table::TradeDocument | Table::Answer => {
                    shipments.insert(key);
                }
                Table::Decision | Table::Exception => notes = true,
                Table::OwnPack => self.requirements_indexed = false,
                _ => {}
            }
        }
        for id in evidence {
            self.index_evidence(&id)?;
        }
        if notes {
            self.index_notes()?;
        }
        for id in shipments {
            self.index_shipment(&id)?;
        }
        Ok(())
    }

    fn index_evidence(&mut self, id: &str) -> Result<(), Failure> {
        let row = self.workspace.read().evidence::<Evidence>(id)?;
        let Some(row) = row else { return Ok(self.workspace.unindex(Subject::Evidence, id)?) };
        let record = row.data;
        let mut words: Vec<String> = [
            record.title.clone(),
            record.number.clone(),
            record.issuer.clone(),
            record.holder.clone(),
        ]
        .into_iter()
        .flatten()
        .collect();
        words.push(record.document_type.0.clone());
        words.extend(record.scope.models.clone());
        words.extend(record.scope.serials.clone());
        words.extend(record.scope.sites.clone());
        words.extend(record.scope.regimes.clone());
        let files = self.workspace.read().evidence_files(id)?;
        words.extend(files.into_iter().map(|file| file.name));
        let title = self.evidence_title(&record);
        Ok(self.workspace.index(&[entry(Subject::Evidence, id, &title, words.join("\n"))])?)
    }

    fn index_shipment(&mut self, id: &str) -> Result<(), Failure> {
        let read = self.workspace.read();
        let Some(row) = read.shipment::<Frame>(id)? else {
            return Ok(self.workspace.unindex(Subject::Shipment, id)?);
        };
        let order = &row.data.order;
        let mut words = vec![order.reference.clone()];
        words.extend([order.country.clone(), order.incoterm_place.clone()].into_iter().flatten());
        for party in order.parties.values() {
            words.push(party.name.clone());
        }
        for product in read.products::<ProductFrame>(id)? {
            words.push(product.data.model);
            words.extend(product.data.serials);
        }
        for document in read.trade_documents::<TradeDocument>(id)? {
            let fields = document.data;
            words.extend([fields.number, fields.description, fields.marks].into_iter().flatten());
            words.extend(fields.containers.into_iter().map(|container| container.number));
        }
        let mut own = entry(Subject::Shipment, id, &Text::same(row.title), words.join("\n"));
        own.shipment = Some(id.to_owned());
        Ok(self.workspace.index(&[own])?)
    }

    /// Reasons of decisions and of accepted differences.
    fn index_notes(&mut self) -> Result<(), Failure> {
        let read = self.workspace.read();
        let titles = self.titles();
        let mut entries = Vec::new();
        for row in read.shipments::<serde_json::Value>()? {
            for decision in read.decisions::<Decision>(&row.id)? {
                let subject = &decision.data.subject;
                let title = titles
                    .requirement(&RequirementId::from(subject.as_str()))
                    .or_else(|| wording::check_title(&CheckId::from(subject.as_str())))
                    .unwrap_or_else(|| Text::same(subject.as_str()));
                let words = format!("{}\n{}", decision.data.reason, decision.data.by);
                let mut own = entry(Subject::Note, &decision.id, &title, words);
                own.shipment = Some(row.id.clone());
                own.part.clone_from(subject);
                entries.push(own);
            }
            for exception in read.exceptions::<Exception>(&row.id)? {
                let title = wording::check_title(&exception.data.check).unwrap_or_default();
                let words = format!("{}\n{}", exception.data.reason, exception.data.by);
                let mut own = entry(Subject::Note, &exception.id, &title, words);
                own.shipment = Some(row.id.clone());
                own.part = exception.data.check.to_string();
                entries.push(own);
            }
        }
        self.workspace.unindex_all(Subject::Note)?;
        Ok(self.workspace.index(&entries)?)
    }

    /// Brings the index up to date when it does not follow the last change. Texts of files stay:
    /// they are named by their content.
    pub(crate) fn catch_up_index(&mut self) -> Result<(), Failure> {
        let read = self.workspace.read();
        let last = read.last_journal_id()?;
        if self.workspace.indexed_through()? == Some(last) {
            return Ok(());
        }
        let evidence: Vec<String> =
            read.all_evidence::<serde_json::Value>()?.into_iter().map(|row| row.id).collect();
        let shipments: Vec<String> =
            read.shipments::<serde_json::Value>()?.into_iter().map(|row| row.id).collect();
        self.workspace.unindex_all(Subject::Evidence)?;
        self.workspace.unindex_all(Subject::Shipment)?;
        for id in evidence {
            self.index_evidence(&id)?;
        }
        for id in shipments {
            // A shipment that cannot be read is told in the list; it must not keep the workspace
            // from opening.
            drop(self.index_shipment(&id));
        }
        drop(self.index_notes());
        Ok(self.workspace.set_indexed_through(last)?)
    }
}

/// The line of an excerpt with most of the words. What is indexed of anything but a file is a list
/// of texts, one to a line: its neighbours are of another language or about something else.
fn line_of(excerpt: &str, marks: &[(usize, usize)]) -> (String, Vec<(usize, usize)>) {
    let mut best = (String::new(), Vec::new());
    let mut start = 0;
    for line in excerpt.split('\n') {
        let end = start + line.chars().count();
        let own: Vec<(usize, usize)> = marks
            .iter()
            .filter(|(from, to)| *from >= start && *to <= end)
            .map(|(from, to)| (from - start, to - start))
            .collect();
        if own.len() > best.1.len() || best.0.trim().is_empty() {
            best = (line.to_owned(), own);
        }
        start = end + 1;
    }
    best
}

fn entry(kind: Subject, id: &str, title: &Text, text: String) -> SearchEntry {
    SearchEntry {
        kind,
        id: id.to_owned(),
        part: String::new(),
        shipment: None,
        title_en: title.en.clone(),
        title_zh: title.zh.clone(),
        text,
    }
}

fn subject_of(kind: SearchKind) -> Subject {
    match kind {
        SearchKind::Requirement => Subject::Requirement,
        SearchKind::Evidence => Subject::Evidence,
        SearchKind::File => Subject::File,
        SearchKind::Shipment => Subject::Shipment,
        SearchKind::Note => Subject::Note,
    }
}

fn kind_of(subject: Subject) -> SearchKind {
    match subject {
        Subject::Requirement => SearchKind::Requirement,
        Subject::Evidence => SearchKind::Evidence,
        Subject::File => SearchKind::File,
        Subject::Shipment => SearchKind::Shipment,
        Subject::Note => SearchKind::Note,
    }
}
