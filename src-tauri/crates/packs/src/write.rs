//! Packs as text.

use crate::formats::PackFile;
use crate::plain;
use serde_json::Value;

/// Long enough that no text is folded: folding may change blanks.
const NEVER_FOLD: usize = 1_000_000;

/// A plain value as YAML.
///
/// # Errors
/// None for values that came from files; the writer's own error as text.
pub fn yaml(value: &Value) -> Result<String, String> {
    let options = serde_saphyr::ser_options! {
        min_fold_chars: NEVER_FOLD,
        prefer_block_scalars: true,
        yaml_12: false,
    };
    serde_saphyr::to_string_with_options(value, options).map_err(|error| error.to_string())
}

/// A pack as YAML, the way a person would write it: what may be left out is left out.
///
/// # Errors
/// As [`yaml`].
pub fn pack_yaml(file: &PackFile) -> Result<String, String> {
    yaml(&plain::pack(file))
}

/// A pack as JSON.
///
/// # Errors
/// None in practice; the writer's own error as text.
pub fn pack_json(file: &PackFile) -> Result<String, String> {
    serde_json::to_string_pretty(&plain::pack(file)).map_err(|error| error.to_string())
}
