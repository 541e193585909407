//! What comes with the program is free of mistakes.

use packs::{Library, read_shipment, samples};

#[test]
fn the_built_in_library_loads() {
    if let Err(problems) = Library::builtin() {
        panic!("{problems}");
    }
}

#[test]
fn every_sample_loads() {
    let library = Library::builtin().unwrap();
    for sample in samples() {
        if let Err(problems) = read_shipment(sample.id, sample.text, &library) {
            panic!("{problems}");
        }
    }
}
