//! What the words of an event say about its day.

/// What a day is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// A make-up day.
    Work,
    /// Said to be a day off.
    Off,
    /// Said to be no day off.
    Observance,
    /// Nothing is said.
    None,
    /// `调休` alone: moved, but is it the rest or the work?
    Unclear,
}

const WORK: &[&str] = &[
    "补班",
    "上班",
    "调班",
    "（班）",
    "(班)",
    "[班]",
    "【班】",
    "班日",
    "补工",
    "working day",
    "workday",
    "work day",
    "make-up day",
    "makeup day",
];
const RESTS: &[&str] = &[
    "不上班",
    "不用上班",
    "non-working",
    "non working",
    "nonworking",
    "not a working",
    "no working day",
    "non-workday",
];
const OFF: &[&str] = &["休", "放假", "假期", "假日", "holiday", "feiertag", "day off"];

/// What title, description, categories and Apple's own field say, in lower case.
pub(super) fn of(title: &str, description: &str, categories: &str, apple: &str) -> Mark {
    let title = title.trim().to_lowercase();
    let description = description.trim().to_lowercase();
    match apple.trim().to_ascii_uppercase().as_str() {
        "ALTERNATE-WORKDAY" => return Mark::Work,
        "WORK-HOLIDAY" => return Mark::Off,
        _ => {}
    }
    let says = |words: &[&str]| words.iter().any(|word| title.contains(word));
    let rests = says(RESTS);
    let works = says(WORK) || title.ends_with('班');
    if !rests && works && title.contains("放假") {
        // A holiday and its make-up day in one event: which day is which is not said.
        return Mark::Unclear;
    }
    if !rests && works {
        return Mark::Work;
    }
    // Google's calendars of holidays tell it in the description.
    if description.starts_with("observance") || description.starts_with("纪念日") {
        return Mark::Observance;
    }
    let moved = title.replace("调休", "");
    if rests || OFF.iter().any(|word| moved.contains(word)) {
        return Mark::Off;
    }
    let public = description.starts_with("public holiday") || description.starts_with("公共假期");
    if public || categories.to_lowercase().contains("holiday") {
        return Mark::Off;
    }
    if moved.len() < title.len() {
        return Mark::Unclear;
    }
    Mark::None
}
