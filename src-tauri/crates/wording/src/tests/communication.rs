//! Clocks and materials are worded by the rules of the house.

use super::house::keeps_the_rules;
use crate::{ClockNote, clock_note, due_title, rendering_error, ticket_error};
use readiness::{RenderingError, Text, TicketError, TicketField};

#[test]
fn every_note_on_a_clock_is_a_sentence() {
    let calendar = Text::new("China, statutory holidays", "中国法定节假日");
    for note in [
        ClockNote::NoZone,
        ClockNote::UnknownZone("Mars/Base".to_owned()),
        ClockNote::NoCalendar,
        ClockNote::UnknownCalendar("XX".to_owned()),
        ClockNote::UnknownYears(calendar, vec![2025, 2028]),
        ClockNote::NoParty,
    ] {
        let text = clock_note(&note);
        keeps_the_rules(&text, false);
        assert!(text.en.ends_with('.') && text.zh.ends_with('。'), "{text:?}");
    }
}

#[test]
fn a_due_date_names_its_milestone() {
    let step = Text::new("On board", "装船");
    assert_eq!(due_title(&step, 5).en, "5 days before: On board");
    for days in [0, 1, 21] {
        keeps_the_rules(&due_title(&step, days), false);
    }
}

#[test]
fn every_refusal_names_the_field_and_what_to_do() {
    use RenderingError::{
        NoReviewer, NoSentDay, NoSourceVersion, NoVersion, OtherVersionReviewed, OwnSource,
        SentLater,
    };
    let renderings = [
        NoVersion,
        NoSourceVersion,
        OwnSource,
        NoReviewer,
        OtherVersionReviewed,
        NoSentDay,
        SentLater,
    ];
    let tickets = [
        TicketError::BeforeOpening(TicketField::FirstReply),
        TicketError::InTheFuture(TicketField::Happened(0)),
        TicketError::AnswerBeforeReply,
        TicketError::SolvedBeforeAnswer,
    ];
    let said = renderings.map(|error| rendering_error(error, "de"));
    for (field, text) in said.into_iter().chain(tickets.map(ticket_error)) {
        assert!(!field.is_empty());
        keeps_the_rules(&text, false);
        assert!(!text.en.ends_with('.'), "the frame around it ends the sentence: {text:?}");
    }
}
