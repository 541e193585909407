//! Identifiers as types of their own, so that a fact's id is never passed where a milestone's belongs.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident [$($rule:tt)+];)+) => {$(
        $(#[$doc])*
        #[derive(
            Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        #[cfg_attr(feature = "ts", derive(ts_rs::TS))]
        #[cfg_attr(feature = "ts", ts(type = "string"))]
        #[serde(transparent)]
        #[schemars(transparent)]
        pub struct $name(#[schemars($($rule)+)] pub String);

        impl $name {
            /// The id as written in files and in the database.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(id: &str) -> Self {
                Self(id.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    )+};
}

ids! {
    /// A requirement, e.g. `iso-9001`. Never renamed once published.
    RequirementId [regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$")];
    /// A fact that can be asked or derived, e.g. `market`.
    FactId [regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$")];
    /// One milestone of a network, e.g. `mt-fat`.
    MilestoneId [length(min = 1, max = 200)];
    /// What kind of step a milestone is, whatever network it stands in, e.g. `fat`.
    Step [length(min = 1, max = 200)];
    /// One document record.
    EvidenceId [length(min = 1, max = 200)];
    /// What a document is, e.g. `iso-9001`; by default the id of the requirement it satisfies.
    DocumentType [length(min = 1, max = 200)];
    /// A requirement pack, e.g. `cn-export`.
    PackId [regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$")];
    /// A working calendar, e.g. `CN-2027-MIN`.
    CalendarId [regex(pattern = "^[A-Za-z0-9][A-Za-z0-9-]{0,63}$")];
    /// A cross-document check, e.g. `x-hs6`.
    CheckId [regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$")];
    /// A signal of the watch list, e.g. `w-acfta-3`.
    SignalId [regex(pattern = "^[a-z0-9][a-z0-9-]{0,63}$")];
}
