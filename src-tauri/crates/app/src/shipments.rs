//! Creating, importing, changing and removing shipments.

use crate::changes::Act;
use crate::failure::Failure;
use crate::office::{App, new_id};
use crate::stored::{Frame, edits_of, title};
use crate::views::{
    ArchiveShipment, Changes, Company, Created, NewShipment, RemoveProduct, SampleChoice,
    SaveOrder, SaveProduct,
};
use packs::{LoadedShipment, ScheduleFile, read_shipment};
use readiness::{Evidence, EvidenceId, Order, ProductFrame, Text, Value};
use serde_json::json;
use std::path::Path;
use store::{
    AnswerRow, DecisionRow, EvidenceRow, ExceptionRow, MilestoneEditRow, ProductRow, ShipmentRow,
    TradeDocumentRow, Write,
};

/// The largest shipment file read.
const FILE_LIMIT: u64 = packs::MAX_BYTES as u64;

impl App {
    /// Creates a shipment.
    ///
    /// # Errors
    /// A field does not fit, or the workspace cannot be written.
    pub fn create_shipment(&mut self, request: &NewShipment) -> Result<Created, Failure> {
        let schedule = ScheduleFile {
            template: Some(request.template.clone()),
            start: Some(request.start),
            ..ScheduleFile::default()
        };
        let mut order = request.order.clone();
        self.check_order(&mut order)?;
        self.check_schedule(&schedule)?;
        let of_products = request.product_answers.iter().flatten();
        for (fact, value) in
            request.answers.iter().map(|(fact, value)| (fact, value)).chain(of_products)
        {
            if let Some(definition) = self.library.rulebook.fact(fact) {
                definition.check(value).map_err(readiness::AnswerError::from)?;
            }
        }
        let id = new_id();
        let row = self.shipment_row(&id, order, &request.products, schedule, Default::default())?;
        let name = row.title.clone();
        let act =
            Act { name: "shipment.create", params: json!({ "title": name }), shipment: Some(&id) };
        let texts = self.texts_to_keep()?;
        let ((), changes) = self.act(&act, |write| {
            for text in &texts {
                write.keep_pack_text(text)?;
            }
            write.insert_shipment(&row)?;
            for (position, frame) in request.products.iter().enumerate() {
                let product = insert_product(write, &id, position, frame)?;
                for (fact, value) in request.product_answers.get(position).into_iter().flatten() {
                    put_answer(write, &id, &product, fact.as_str(), value)?;
                }
            }
            for (fact, value) in &request.answers {
                put_answer(write, &id, "", fact.as_str(), value)?;
            }
            Ok(())
        })?;
        Ok(Created { shipment: id, changes })
    }

    fn shipment_row(
        &self,
        id: &str,
        order: Order,
        products: &[ProductFrame],
        schedule: ScheduleFile,
        in_play: packs::InPlayFile,
    ) -> Result<ShipmentRow<Frame>, Failure> {
        let count = self.workspace.read().shipments::<serde_json::Value>()?.len();
        Ok(ShipmentRow {
            id: id.to_owned(),
            reference: order.reference.clone(),
            title: title(&order, products),
            data: Frame {
                order,
                schedule,
                in_play,
                packs: self.shelf.stamps(),
                declined: Vec::new(),
                tolerances: None,
                last_own: 0,
            },
            archived: false,
            created_at: self.now(),
            position: i64::try_from(count).unwrap_or(i64::MAX),
        })
    }

    fn check_order(&self, order: &mut Order) -> Result<(), Failure> {
        match packs::complete(order, &self.library).into_iter().next() {
            Some((field, message)) => Err(Failure::Field { field: field.to_owned(), message }),
            None => Ok(()),
        }
    }

    fn check_schedule(&self, schedule: &ScheduleFile) -> Result<(), Failure> {
        packs::network(schedule, &self.library).map(drop).map_err(|problems| {
            let (field, message) = problems.into_iter().next().unwrap_or_default();
            Failure::Field { field: format!("schedule{field}"), message }
        })
    }

    /// Opens one of the samples as a shipment of its own.
    ///
    /// # Errors
    /// There is no such sample, or the workspace cannot be written.
    pub fn create_sample(&mut self, request: &SampleChoice) -> Result<Created, Failure> {
        let sample = packs::samples()
            .into_iter()
            .find(|sample| sample.id == request.sample)
            .ok_or_else(|| Failure::Field {
                field: "sample".to_owned(),
                message: Text::new("there is no such sample", "没有该示例"),
            })?;
        let loaded = read_shipment(sample.id, sample.text, &self.library)?;
        self.take_in(loaded, "shipment.sample")
    }

    /// Imports a shipment file.
    ///
    /// # Errors
    /// The file cannot be read or has mistakes, each named with line and field; nothing is taken
    /// in then.
    pub fn import_shipment(&mut self, path: &Path) -> Result<Created, Failure> {
        let shown = path.to_string_lossy().into_owned();
        let text = read_text(path, FILE_LIMIT)?;
        let loaded = read_shipment(&shown, &text, &self.library)?;
        self.take_in(loaded, "shipment.import")
    }

    fn take_in(&mut self, loaded: LoadedShipment, name: &'static str) -> Result<Created, Failure> {
        let LoadedShipment { mut file, shipment, notes: _ } = loaded;
        let id = new_id();
        let edits = edits_of(&mut file.schedule);
        let frames: Vec<ProductFrame> =
            shipment.products.iter().map(|product| product.frame.clone()).collect();
        let mut row =
            self.shipment_row(&id, shipment.order.clone(), &frames, file.schedule, file.in_play)?;
        row.data.tolerances = crate::documents::tolerances_view(&shipment.tolerances);
        let at = row.created_at.clone();
        let mut settings = self.settings()?;
        let company = file.company.filter(|_| settings.company == Company::default());
        if let Some(company) = company.clone() {
            settings.company = Company {
                name: company.name,
                name_zh: company.name_zh,
                address: company.address,
                logo: None,
            };
        }
        let act = Act { name, params: json!({ "title": row.title }), shipment: Some(&id) };
        let texts = self.texts_to_keep()?;
        let ((), changes) = self.act(&act, |write| {
            for text in &texts {
                write.keep_pack_text(text)?;
            }
            write.insert_shipment(&row)?;
            for (position, product) in shipment.products.iter().enumerate() {
                let product_id = insert_product(write, &id, position, &product.frame)?;
                for (fact, value) in &product.answers {
                    put_answer(write, &id, &product_id, fact.as_str(), value)?;
                }
            }
            for (fact, value) in &shipment.answers {
                put_answer(write, &id, "", fact.as_str(), value)?;
            }
            for record in &shipment.evidence {
                // The same id may be in use in this workspace: a document gets one of its own.
                let record = Evidence { id: EvidenceId(new_id()), ..record.clone() };
                insert_evidence(write, &record, &at)?;
                write.link_evidence(&id, record.id.as_str())?;
            }
            for (kind, document) in &shipment.documents {
                write.put_trade_document(&TradeDocumentRow {
                    shipment_id: id.clone(),
                    kind: kind.0.clone(),
                    data: document.clone(),
                })?;
            }
            for decision in &shipment.decisions {
                write.insert_decision(&DecisionRow {
                    id: new_id(),
                    shipment_id: id.clone(),
                    subject: decision.subject.clone(),
                    data: decision.clone(),
                })?;
            }
            for exception in &shipment.exceptions {
                write.insert_exception(&ExceptionRow {
                    id: new_id(),
                    shipment_id: id.clone(),
                    check_id: exception.check.0.clone(),
                    data: exception.clone(),
                })?;
            }
            for (milestone, edit) in edits {
                write.put_milestone_edit(&MilestoneEditRow {
                    shipment_id: id.clone(),
                    milestone: milestone.0,
                    data: edit,
                })?;
            }
            if company.is_some() {
                write.put_setting("settings", &settings)?;
            }
            Ok(())
        })?;
        Ok(Created { shipment: id, changes })
    }

    /// Puts a shipment away, or takes it back.
    ///
    /// # Errors
    /// There is no such shipment, or the workspace cannot be written.
    pub fn archive_shipment(&mut self, request: &ArchiveShipment) -> Result<Changes, Failure> {
        let mut row = self.row(&request.shipment)?;
        row.archived = request.archived;
        let name = if request.archived { "shipment.archive" } else { "shipment.restore" };
        let params = json!({ "title": row.title });
        let act = Act { name, params, shipment: Some(&request.shipment) };
        let ((), changes) = self.act(&act, |write| Ok(write.update_shipment(&row)?))?;
        Ok(changes)
    }

    /// Removes a shipment with all that belongs to it alone. Its documents stay in the library.
    ///
    /// # Errors
    /// There is no such shipment, or the workspace cannot be written.
    pub fn delete_shipment(&mut self, id: &str) -> Result<Changes, Failure> {
        let row = self.row(id)?;
        let params = json!({ "title": row.title });
        let act = Act { name: "shipment.delete", params, shipment: Some(id) };
        let ((), changes) = self.act(&act, |write| Ok(write.delete_shipment(id)?))?;
        Ok(changes)
    }

    pub(crate) fn row(&self, id: &str) -> Result<ShipmentRow<Frame>, Failure> {
        self.workspace
            .read()
            .shipment::<Frame>(id)?
            .ok_or_else(|| Failure::NoShipment { id: id.to_owned() })
    }

    /// Changes what is agreed.
    ///
    /// # Errors
    /// A field does not fit, or the workspace cannot be written.
    pub fn save_order(&mut self, request: &SaveOrder) -> Result<Changes, Failure> {
        let mut row = self.row(&request.shipment)?;
        let mut order = request.order.clone();
        if order.country != row.data.order.country
            && order.local_languages == row.data.order.local_languages
        {
            // Another country speaks another language.
            order.local_languages.clear();
        }
        if order.country != row.data.order.country && order.market == row.data.order.market {
            order.market = None;
        }
        self.check_order(&mut order)?;
        let products: Vec<ProductFrame> = self
            .workspace
            .read()
            .products::<ProductFrame>(&request.shipment)?
            .into_iter()
            .map(|product| product.data)
            .collect();
        row.reference.clone_from(&order.reference);
        row.title = title(&order, &products);
        row.data.order = order;
        let params = json!({ "title": row.title });
        let act = Act { name: "order.save", params, shipment: Some(&request.shipment) };
        let ((), changes) = self.act(&act, |write| Ok(write.update_shipment(&row)?))?;
        Ok(changes)
    }

    /// Adds or changes a product.
    ///
    /// # Errors
    /// A field does not fit, or the workspace cannot be written.
    pub fn save_product(&mut self, request: &SaveProduct) -> Result<Changes, Failure> {
        let shipment = request.shipment.as_str();
        self.row(shipment)?;
        if let (Some(category), Some(fact)) =
            (&request.frame.category, self.library.rulebook.fact(&"category".into()))
        {
            fact.check(&Value::Choice(category.clone())).map_err(readiness::AnswerError::from)?;
        }
        let products = self.workspace.read().products::<ProductFrame>(shipment)?;
        let params = json!({ "model": request.frame.model });
        let act = Act { name: "product.save", params, shipment: Some(shipment) };
        let ((), changes) = self.act(&act, |write| {
            match products.iter().find(|row| Some(&row.id) == request.product.as_ref()) {
                Some(row) => write
                    .update_product(&ProductRow { data: request.frame.clone(), ..row.clone() })?,
                None => {
                    insert_product(write, shipment, products.len(), &request.frame)?;
                }
            }
            Ok(())
        })?;
        Ok(changes)
    }

    /// Takes a product out, with the answers about it.
    ///
    /// # Errors
    /// There is no such product, or the workspace cannot be written.
    pub fn remove_product(&mut self, request: &RemoveProduct) -> Result<Changes, Failure> {
        let shipment = request.shipment.as_str();
        let act = Act { name: "product.remove", params: json!({}), shipment: Some(shipment) };
        let answers = self.workspace.read().answers::<Value>(shipment)?;
        let ((), changes) = self.act(&act, |write| {
            for answer in answers.iter().filter(|row| row.product_id == request.product) {
                write.delete_answer(shipment, &answer.product_id, &answer.fact)?;
            }
            Ok(write.delete_product(shipment, &request.product)?)
        })?;
        Ok(changes)
    }
}

fn insert_product(
    write: &mut Write<'_>,
    shipment: &str,
    position: usize,
    frame: &ProductFrame,
) -> Result<String, Failure> {
    let id = new_id();
    write.insert_product(&ProductRow {
        shipment_id: shipment.to_owned(),
        id: id.clone(),
        position: i64::try_from(position).unwrap_or(i64::MAX),
        data: frame.clone(),
    })?;
    Ok(id)
}

fn put_answer(
    write: &mut Write<'_>,
    shipment: &str,
    product: &str,
    fact: &str,
    value: &Value,
) -> Result<(), Failure> {
    Ok(write.put_answer(&AnswerRow {
        shipment_id: shipment.to_owned(),
        product_id: product.to_owned(),
        fact: fact.to_owned(),
        data: value,
    })?)
}

pub(crate) fn evidence_row(record: &Evidence, created_at: &str) -> EvidenceRow<Evidence> {
    EvidenceRow {
        id: record.id.0.clone(),
        document_type: record.document_type.0.clone(),
        holder: record.holder.clone(),
        issued: record.issued.map(|day| day.to_string()),
        expires: record.expires.map(|day| day.to_string()),
        data: record.clone(),
        created_at: created_at.to_owned(),
    }
}

pub(crate) fn insert_evidence(
    write: &mut Write<'_>,
    record: &Evidence,
    created_at: &str,
) -> Result<(), Failure> {
    Ok(write.insert_evidence(&evidence_row(record, created_at))?)
}

/// Reads a text file of limited size.
pub(crate) fn read_text(path: &Path, limit: u64) -> Result<String, Failure> {
    String::from_utf8(read_bytes(path, limit)?).map_err(|_| Failure::Field {
        field: path.to_string_lossy().into_owned(),
        message: Text::new("the file is not text in UTF-8", "文件不是 UTF-8 文本"),
    })
}

/// Reads a file of limited size.
pub(crate) fn read_bytes(path: &Path, limit: u64) -> Result<Vec<u8>, Failure> {
    use std::io::Read;
    let shown = path.to_string_lossy().into_owned();
    let fail = |source| Failure::Read { path: shown.clone(), source };
    let file = std::fs::File::open(path).map_err(fail)?;
    let mut bytes = Vec::new();
    file.take(limit + 1).read_to_end(&mut bytes).map_err(fail)?;
    if bytes.len() as u64 > limit {
        return Err(Failure::Field {
            field: shown,
            message: Text::new(
                format!("the file is larger than {} MiB", limit / 1024 / 1024),
                format!("文件超过 {} MiB", limit / 1024 / 1024),
            ),
        });
    }
    Ok(bytes)
}
