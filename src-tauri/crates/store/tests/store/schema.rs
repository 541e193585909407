//! The schema as a whole: a change shows in review.

use crate::support::{Place, look};

#[test]
fn the_schema_is_as_recorded() {
    let place = Place::new();
    let connection = look(&place.database());
    let mut statement = connection
        .prepare("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid")
        .unwrap();
    let all = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let all = all.map(Result::unwrap).collect::<Vec<_>>();
    insta::assert_snapshot!(all.join(";\n\n"));
}
