//! Checking a file against its JSON Schema, the same that is published for editors.

use crate::problem::{Problem, Problems};
use crate::source::{Source, read};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{ValidationError, Validator};
use readiness::{Quantity, Text};
use schemars::JsonSchema;
use schemars::transform::{Transform, transform_subschemas};
use serde::de::DeserializeOwned;
use serde_json::Value;

/// Turns `oneOf` of constants, as documented enums are described, into `enum`: editors complete it
/// and an error can name what is allowed.
#[derive(Clone)]
struct PlainEnums;

impl Transform for PlainEnums {
    fn transform(&mut self, schema: &mut schemars::Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        let Some(Value::Array(options)) = object.get("oneOf") else { return };
        let constants: Option<Vec<Value>> =
            options.iter().map(|option| option.get("const").cloned()).collect();
        if let Some(constants) = constants {
            object.remove("oneOf");
            object.insert("enum".to_owned(), Value::Array(constants));
        }
    }
}

/// Writes down what a whole number may be at most: the format alone does not refuse more.
#[derive(Clone)]
struct WholeNumbers;

impl Transform for WholeNumbers {
    fn transform(&mut self, schema: &mut schemars::Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else { return };
        let most: u64 = match object.get("format").and_then(Value::as_str) {
            Some("uint8") => u8::MAX.into(),
            Some("uint16") => u16::MAX.into(),
            Some("uint32") => u32::MAX.into(),
            _ => return,
        };
        object.entry("maximum").or_insert_with(|| most.into());
    }
}

/// The format of an amount with its unit.
const QUANTITY: &str = "shipshape-quantity";

/// A day as YYYY-MM-DD.
fn is_date(text: &str) -> bool {
    text.len() == 10 && text.parse::<chrono::NaiveDate>().is_ok()
}

/// The JSON Schema of a file format.
#[must_use]
pub fn schema<T: JsonSchema>() -> Value {
    let settings = schemars::generate::SchemaSettings::draft2020_12()
        .with_transform(PlainEnums)
        .with_transform(WholeNumbers);
    settings.into_generator().into_root_schema_for::<T>().to_value()
}

/// Reads a file: syntax, then schema, then the types.
///
/// # Errors
/// Every mistake found at the first of these stages that finds any.
pub fn parse<T: JsonSchema + DeserializeOwned>(
    file: &str,
    text: &str,
) -> Result<(T, Source), Problems> {
    check(read(file, text).map_err(Problems::one)?)
}

/// Checks values that were read, by the schema and by the types.
///
/// # Errors
/// Every mistake found at the first of these stages that finds any.
pub(crate) fn check<T: JsonSchema + DeserializeOwned>(
    source: Source,
) -> Result<(T, Source), Problems> {
    let whole = |en: String, zh: String| Problems::one(source.problem("", Text::new(en, zh)));
    let schema = schema::<T>();
    // The formats are checked here, so that every impossible day and every amount that cannot be
    // read is told with its place, and not the first one alone.
    let options = Validator::options()
        .should_validate_formats(true)
        .with_format("date", is_date)
        .with_format(QUANTITY, |text: &str| text.parse::<Quantity>().is_ok());
    let validator = options.build(&schema).map_err(|error| {
        whole(
            format!("the program's own schema is broken: {error}"),
            format!("程序内置模式损坏：{error}"),
        )
    })?;
    let mut problems: Vec<Problem> = Vec::new();
    for error in validator.iter_errors(&source.value).take(200) {
        explain(&source, &error, &mut problems);
    }
    if !problems.is_empty() {
        problems.sort_by(|a, b| (a.line, a.column, &a.field).cmp(&(b.line, b.column, &b.field)));
        problems.dedup();
        return Err(Problems(problems));
    }
    match T::deserialize(&source.value) {
        Ok(value) => Ok((value, source)),
        Err(error) => Err(locate(&source, &error)),
    }
}

/// A value that passes the schema but not its type, such as 31 February: finds where it stands.
fn locate(source: &Source, error: &serde_json::Error) -> Problems {
    let message = error.to_string();
    let mut found = Vec::new();
    search(&source.value, String::new(), &message, &mut found);
    let pointer = found.into_iter().next().unwrap_or_default();
    Problems::one(
        source.problem(&pointer, Text::new(message.clone(), format!("值无效：{message}"))),
    )
}

fn search(value: &Value, pointer: String, message: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, child) in map {
                search(child, format!("{pointer}/{key}"), message, found);
            }
        }
        Value::Array(items) => {
            for (index, child) in items.iter().enumerate() {
                search(child, format!("{pointer}/{index}"), message, found);
            }
        }
        Value::String(text) => {
            let dated = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
            let bad_date = dated && text.parse::<chrono::NaiveDate>().is_err();
            if bad_date || (text.len() > 2 && message.contains(&format!("{text:?}"))) {
                found.push(pointer);
            }
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn explain(source: &Source, error: &ValidationError<'_>, problems: &mut Vec<Problem>) {
    let pointer = error.instance_path().to_string();
    let here = |en: String, zh: String| source.problem(&pointer, Text::new(en, zh));
    let given = shown(error.instance());
    let problem = match error.kind() {
        ValidationErrorKind::AnyOf { context } | ValidationErrorKind::OneOfNotValid { context } => {
            // The branch that came furthest is the one the author meant.
            let best = context.iter().filter(|branch| !branch.is_empty()).max_by_key(|branch| {
                branch
                    .iter()
                    .map(|inner| {
                        let depth = inner.instance_path().to_string().matches('/').count();
                        let kind = matches!(inner.kind(), ValidationErrorKind::Type { .. });
                        (depth, !kind)
                    })
                    .max()
            });
            match best {
                Some(branch) => {
                    branch.iter().for_each(|inner| explain(source, inner, problems));
                    return;
                }
                None => here(format!("{given} is not allowed here"), format!("此处不允许 {given}")),
            }
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => {
            for name in unexpected {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                problems.push(source.problem(
                    &pointer,
                    Text::new(
                        format!("there is no field {name:?} here"),
                        format!("此处没有字段 {name:?}"),
                    ),
                ));
            }
            return;
        }
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            let message =
                Text::new(format!("the field {name:?} is missing"), format!("缺少字段 {name:?}"));
            source.absent(&pointer, name, message)
        }
        ValidationErrorKind::Enum { options } => {
            let allowed = list(options);
            here(
                format!("{given} is not known here; allowed: {allowed}"),
                format!("{given} 无效；可用：{allowed}"),
            )
        }
        ValidationErrorKind::Constant { expected_value } => here(
            format!("{given} must be {expected_value}"),
            format!("{given} 必须为 {expected_value}"),
        ),
        ValidationErrorKind::Type { kind } => {
            let wanted = types(kind);
            here(format!("{given} is not {}", wanted.en), format!("{given} 应为{}", wanted.zh))
        }
        ValidationErrorKind::Pattern { pattern } => here(
            format!("{given} does not have the form {pattern}"),
            format!("{given} 不符合格式 {pattern}"),
        ),
        ValidationErrorKind::Maximum { limit } => {
            here(format!("{given} is more than {limit}"), format!("{given} 大于上限 {limit}"))
        }
        ValidationErrorKind::Minimum { limit } => {
            here(format!("{given} is less than {limit}"), format!("{given} 小于下限 {limit}"))
        }
        ValidationErrorKind::MaxLength { limit } => here(
            format!("the text is longer than {limit} characters"),
            format!("文本超过 {limit} 个字符"),
        ),
        ValidationErrorKind::MinLength { .. } => {
            here("the text is empty".to_owned(), "文本为空".to_owned())
        }
        ValidationErrorKind::MaxItems { limit } => {
            here(format!("the list is longer than {limit}"), format!("列表超过 {limit} 项"))
        }
        ValidationErrorKind::MinItems { .. } => {
            here("the list is empty".to_owned(), "列表为空".to_owned())
        }
        ValidationErrorKind::Format { format } => {
            let text = error.instance().as_str().unwrap_or_default();
            match text.parse::<Quantity>() {
                Err(error) if format == QUANTITY => {
                    here(error.to_string(), crate::shipment::quantity_error_zh(&error))
                }
                _ => here(
                    format!("{given} is no day of the calendar; write it as 2026-11-24"),
                    format!("{given} 不是有效日期；请写作 2026-11-24"),
                ),
            }
        }
        _ => here(error.to_string(), format!("值无效：{error}")),
    };
    problems.push(problem);
}

fn shown(value: &Value) -> String {
    let text = match value {
        Value::Array(_) => return "a list".to_owned(),
        Value::Object(_) => return "a group of fields".to_owned(),
        Value::String(text) => format!("{text:?}"),
        Value::Null | Value::Bool(_) | Value::Number(_) => value.to_string(),
    };
    if text.chars().count() > 60 {
        let head: String = text.chars().take(57).collect();
        format!("{head}…")
    } else {
        text
    }
}

fn list(options: &Value) -> String {
    match options {
        Value::Array(items) => items
            .iter()
            .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
            .collect::<Vec<_>>()
            .join(", "),
        other => other.to_string(),
    }
}

fn types(kind: &jsonschema::error::TypeKind) -> Text {
    use jsonschema::JsonType;
    let one = |kind: JsonType| match kind {
        JsonType::Array => Text::new("a list", "列表"),
        JsonType::Boolean => Text::new("true or false", "true 或 false"),
        JsonType::Integer => Text::new("a whole number", "整数"),
        JsonType::Null => Text::new("empty", "空值"),
        JsonType::Number => Text::new("a number", "数字"),
        JsonType::Object => Text::new("a group of fields", "字段组"),
        JsonType::String => Text::new("a text (put it in quotes)", "文本（请加引号）"),
    };
    match kind {
        jsonschema::error::TypeKind::Single(kind) => one(*kind),
        jsonschema::error::TypeKind::Multiple(kinds) => {
            let texts: Vec<Text> =
                kinds.iter().filter(|kind| *kind != JsonType::Null).map(one).collect();
            Text {
                en: texts.iter().map(|t| t.en.as_str()).collect::<Vec<_>>().join(" or "),
                zh: texts.iter().map(|t| t.zh.as_str()).collect::<Vec<_>>().join("或"),
            }
        }
    }
}
