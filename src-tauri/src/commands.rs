//! The bodies of the commands: take the workspace, call the use case, answer.

use crate::desk::Desk;
use crate::{clipboard, dialogs, jobs};
use app::views::*;
use app::{App, Failure, ListFile};
use std::path::Path;

type Answer<T> = Result<T, Failed>;

macro_rules! reads {
    ($($name:ident: $request:ty => $response:ty, $call:expr;)+) => {$(
        pub(crate) fn $name(desk: &Desk, input: $request) -> Answer<$response> {
            let call: fn(&mut app::App, &$request) -> Result<$response, Failure> = $call;
            desk.with(|app| call(app, &input))
        }
    )+};
}

reads! {
    catalogue: () => Catalogue, |app, ()| Ok(app.catalogue());
    home: () => Home, |app, ()| app.home();
    save_settings: Settings => Changes, |app, input| app.save_settings(input);
    calendars: () => Calendars, |app, ()| app.calendars();
    save_calendar: SaveCalendar => Changes, |app, input| app.save_calendar(input);
    remove_calendar: CalendarChoice => Changes, |app, input| app.remove_calendar(input);
    forecast: ForecastRequest => ForecastView, |app, input| app.forecast(input);
    shipment: ShipmentQuery => ShipmentView, |app, input| app.shipment_view(input);
    create_shipment: NewShipment => Created, |app, input| app.create_shipment(input);
    create_sample: SampleChoice => Created, |app, input| app.create_sample(input);
    archive_shipment: ArchiveShipment => Changes, |app, input| app.archive_shipment(input);
    delete_shipment: ShipmentId => Changes, |app, input| app.delete_shipment(&input.shipment);
    save_order: SaveOrder => Changes, |app, input| app.save_order(input);
    save_product: SaveProduct => Changes, |app, input| app.save_product(input);
    parties: ShipmentQuery => PartiesView, |app, input| app.parties(input);
    save_party: SaveParty => Changes, |app, input| app.save_party(input);
    today: () => TodayView, |app, ()| app.today_view();
    remove_product: RemoveProduct => Changes, |app, input| app.remove_product(input);
    answer: AnswerFact => Changes, |app, input| app.answer(input);
    save_evidence: SaveEvidence => Changes, |app, input| app.save_evidence(input);
    link_evidence: LinkEvidence => Changes, |app, input| app.link_evidence(input);
    unlink_evidence: LinkEvidence => Changes, |app, input| app.unlink_evidence(input);
    library: () => Library, |app, ()| app.library_view();
    link_many: LinkMany => Changes, |app, input| app.link_many(input);
    remove_evidence: RemoveEvidence => Changes, |app, input| app.remove_evidence(input);
    restore_evidence: EvidenceChoice => Changes, |app, input| app.restore_evidence(input);
    delete_evidence: EvidenceChoice => Changes, |app, input| app.delete_evidence(input);
    heal_file: HealFile => Healed, |app, input| app.heal_file(input);
    file_details: FileQuery => FileDetails, |app, input| app.file_details(input);
    search: SearchRequest => SearchResults, |app, input| app.search(input);
    read_document: DocumentReading => Vec<SuggestionView>, |app, input| app.read_document(input);
    save_tolerances: SaveTolerances => Changes, |app, input| app.save_tolerances(input);
    save_document: SaveDocument => Changes, |app, input| app.save_document(input);
    revoke_exception: RevokeException => Changes, |app, input| app.revoke_exception(input);
    record_exception: RecordException => Changes, |app, input| app.record_exception(input);
    decide: Decide => Changes, |app, input| app.decide(input);
    revoke_decision: RevokeDecision => Changes, |app, input| app.revoke_decision(input);
    communication: ShipmentQuery => CommunicationView, |app, input| app.communication(input);
    save_material: SaveMaterial => Changes, |app, input| app.save_material(input);
    save_ticket: SaveTicket => Changes, |app, input| app.save_ticket(input);
    remove_ticket: TicketChoice => Changes, |app, input| app.remove_ticket(input);
    log_message: LogMessage => Changes, |app, input| app.log_message(input);
    remove_message: MessageChoice => Changes, |app, input| app.remove_message(input);
    response_times: () => ResponseTimes, |app, ()| app.response_times();
    promised_times: () => PromisedTimes, |app, ()| app.promised_times();
    save_promised_times: SavePromisedTimes => Changes, |app, input| app.save_promised_times(input);
    edit_milestone: EditMilestone => Changes, |app, input| app.edit_milestone(input);
    preview_milestones: PreviewMilestones => MilestonePreview, |app, input| app.preview_milestones(input);
    add_milestone: AddMilestone => Changes, |app, input| app.add_milestone(input);
    remove_milestone: MilestoneChoice => Changes, |app, input| app.remove_milestone(input);
    set_baseline: ShipmentId => Changes, |app, input| app.set_baseline(input);
    clear_baseline: ShipmentId => Changes, |app, input| app.clear_baseline(input);
    what_if: WhatIf => WhatIfView, |app, input| app.what_if(input);
    save_what_if: WhatIf => Changes, |app, input| app.save_what_if(input);
    scenarios: ScenarioQuery => Vec<ScenarioView>, |app, input| app.scenarios(input);
    save_scenario: SaveScenario => Changes, |app, input| app.save_scenario(input);
    remove_scenario: ScenarioChoice => Changes, |app, input| app.remove_scenario(input);
    compare_scenarios: CompareScenarios => ScenarioComparison,
        |app, input| app.compare_scenarios(input);
    preview_report: ReportRequest => ReportPreview, |app, input| app.preview_report(input);
    report_page: PageRequest => Option<String>, |app, input| app.report_page(input);
    packs: () => PacksView, |app, ()| app.packs_view();
    preview_edit: PackEdit => EditPreview, |app, input| app.preview_edit(input);
    save_edit: PackEdit => Changes, |app, input| app.save_edit(input);
    create_pack: NewPack => Changes, |app, input| app.create_pack(input);
    remove_pack: PackChoice => Changes, |app, input| app.remove_pack(&input.pack);
    import_pack: ImportPack => Changes, |app, input| app.import_pack(input);
    watch_list: () => WatchList, |app, ()| app.watch_list();
    save_signal: SaveSignal => Changes, |app, input| app.save_signal(input);
    review_signal: ReviewSignal => Changes, |app, input| app.review_signal(input);
    remove_signal: SignalChoice => Changes, |app, input| app.remove_signal(&input.signal);
    watch_signal: WatchSignal => Changes, |app, input| app.watch_signal(input);
    preview_upgrade: UpgradeChoice => Vec<UpgradePreview>, |app, input| app.preview_upgrade(input);
    accept_upgrade: UpgradeChoice => Changes, |app, input| app.accept_upgrade(input);
    decline_upgrade: UpgradeChoice => Changes, |app, input| app.decline_upgrade(input);
    undo: () => Option<UndoDone>, |app, ()| app.undo();
    redo: () => Option<UndoDone>, |app, ()| app.redo();
    history: () => Vec<HistoryEntry>, |app, ()| app.history();
}

/// The screen's language, for the titles of native dialogs.
fn language(desk: &Desk) -> Answer<Language> {
    desk.with(|app| Ok(app.settings()?.language.unwrap_or_default()))
}

pub(crate) fn import_shipment(desk: &Desk, (): ()) -> Answer<Option<Created>> {
    let Some(path) = dialogs::shipment_file(&desk.handle, language(desk)?) else {
        return Ok(None);
    };
    desk.with(|app| app.import_shipment(&path)).map(Some)
}

/// Nothing is saved yet: the page shows what the file holds.
pub(crate) fn import_calendar(desk: &Desk, (): ()) -> Answer<Option<CalendarPreview>> {
    match dialogs::calendar_file(&desk.handle, language(desk)?) {
        Some(path) => desk.with(|app| app.preview_calendar(&path)).map(Some),
        None => Ok(None),
    }
}

pub(crate) fn choose_files(desk: &Desk, (): ()) -> Answer<Vec<String>> {
    let paths = dialogs::evidence_files(&desk.handle, language(desk)?);
    Ok(paths.into_iter().map(|path| path.to_string_lossy().into_owned()).collect())
}

pub(crate) fn choose_folder(desk: &Desk, (): ()) -> Answer<Option<String>> {
    let folder = dialogs::evidence_folder(&desk.handle, language(desk)?);
    Ok(folder.map(|path| path.to_string_lossy().into_owned()))
}

/// The picture on the clipboard, laid into a file; none when there is no picture on it.
pub(crate) fn paste_picture(desk: &Desk, (): ()) -> Answer<Option<String>> {
    let Some(png) = clipboard::picture().map_err(|failure| failure.failed())? else {
        return Ok(None);
    };
    desk.with(|app| app.keep_picture(&png)).map(Some)
}

pub(crate) fn review_files(desk: &Desk, input: ReviewFiles) -> Answer<JobStarted> {
    jobs::start(desk, |app| app.begin_review(&input))
}

pub(crate) fn take_in(desk: &Desk, input: TakeIn) -> Answer<JobStarted> {
    jobs::start(desk, |app| app.begin_take_in(&input))
}

pub(crate) fn verify_files(desk: &Desk, (): ()) -> Answer<JobStarted> {
    jobs::start(desk, App::begin_verify)
}

pub(crate) fn read_texts(desk: &Desk, (): ()) -> Answer<JobStarted> {
    jobs::start(desk, App::begin_reading)
}

pub(crate) fn job(desk: &Desk, input: JobQuery) -> Answer<JobView> {
    jobs::follow(desk, &input)
}

pub(crate) fn cancel_job(desk: &Desk, input: JobQuery) -> Answer<()> {
    jobs::cancel(desk, &input);
    Ok(())
}

/// Drawn without holding the workspace: a page may take a second.
pub(crate) fn file_page(desk: &Desk, input: FilePageRequest) -> Answer<PagePicture> {
    let page = desk.with(|app| app.begin_page(&input))?;
    page.draw().map_err(|failure| failure.failed())
}

/// Read without holding the workspace: it may take as long as a file may.
pub(crate) fn read_mail(desk: &Desk, input: MailChoice) -> Answer<MailView> {
    let mail = desk.with(|app| Ok(app.begin_mail(&input)))?;
    mail.read().map_err(|failure| failure.failed())
}

pub(crate) fn choose_logo(desk: &Desk, (): ()) -> Answer<Changes> {
    match dialogs::logo(&desk.handle, language(desk)?) {
        Some(path) => desk.with(|app| app.set_logo(&path)),
        None => Ok(Changes::default()),
    }
}

pub(crate) fn open_file(desk: &Desk, input: OpenFile) -> Answer<()> {
    let copy = desk.with(|app| app.copy_for_viewing(&input))?;
    open::that_detached(&copy).map_err(|source| {
        Failure::Read { path: copy.to_string_lossy().into_owned(), source }.failed()
    })
}

/// Only what stands in a signal is opened, by the system's browser.
pub(crate) fn open_address(desk: &Desk, input: OpenAddress) -> Answer<()> {
    let address = desk.with(|app| app.signal_address(&input))?;
    open::that_detached(&address).map_err(|source| Failure::Open { address, source }.failed())
}

/// The report is made before the dialog opens, so that a failure costs no choice of a place.
pub(crate) fn save_report(desk: &Desk, input: ReportRequest) -> Answer<Option<SavedFile>> {
    let report = desk.with(|app| app.report_file(&input))?;
    let language = language(desk)?;
    let Some(path) = dialogs::report_place(&desk.handle, language, &report.name) else {
        return Ok(None);
    };
    write(&path, &report.bytes).map_err(|failure| failure.failed())?;
    Ok(Some(SavedFile {
        path: path.to_string_lossy().into_owned(),
        size: report.bytes.len() as u64,
        pages: report.pages,
    }))
}

pub(crate) fn export_party_list(desk: &Desk, input: PartyListRequest) -> Answer<Option<SavedFile>> {
    let list = desk.with(|app| app.party_list(&input))?;
    save_list(desk, &list)
}

pub(crate) fn export_calendar(desk: &Desk, input: CalendarRequest) -> Answer<Option<SavedFile>> {
    let calendar = desk.with(|app| app.calendar_file(&input))?;
    save_list(desk, &calendar)
}

/// Asks where a list goes and writes it there.
fn save_list(desk: &Desk, list: &ListFile) -> Answer<Option<SavedFile>> {
    let language = language(desk)?;
    let Some(path) = dialogs::list_place(&desk.handle, language, &list.name) else {
        return Ok(None);
    };
    write(&path, &list.bytes).map_err(|failure| failure.failed())?;
    desk.with(|app| app.list_saved(list))?;
    Ok(Some(SavedFile {
        path: path.to_string_lossy().into_owned(),
        size: list.bytes.len() as u64,
        pages: list.pages,
    }))
}

pub(crate) fn export_pack(desk: &Desk, input: ExportPack) -> Answer<Option<SavedFile>> {
    let export = desk.with(|app| app.pack_export(&input))?;
    let language = language(desk)?;
    let Some(path) = dialogs::pack_place(&desk.handle, language, &export.name) else {
        return Ok(None);
    };
    write(&path, &export.bytes).map_err(|failure| failure.failed())?;
    Ok(Some(SavedFile {
        path: path.to_string_lossy().into_owned(),
        size: export.bytes.len() as u64,
        pages: 0,
    }))
}

pub(crate) fn choose_pack_file(desk: &Desk, (): ()) -> Answer<Option<ImportPreview>> {
    match dialogs::pack_file(&desk.handle, language(desk)?) {
        Some(path) => desk.with(|app| app.preview_import(&path)).map(Some),
        None => Ok(None),
    }
}

/// A file is there whole or not at all.
fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    app::write_whole(path, bytes)
}
