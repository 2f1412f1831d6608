//! Rows of the terms with types: what each holds is declared once, for its reading and for the description.

/// Declares what a row of a term holds: `cap_eur: Dollars = eur` is the column `eur`, called `cap_eur` in formulas; a
/// column that may be missing is an `Option`, a number says what it counts (`{ Days }`). `COLUMNS` goes into the description (`About`).
macro_rules! rows {
    ($(#[$doc:meta])* $vis:vis struct $name:ident in $term:ident {
        $($(#[$field_doc:meta])* $field:ident: $type:ty $(= $column:ident)? $({ $unit:ident })?,)*
    }) => {
        $(#[$doc])*
        #[derive(Debug, Clone)]
        $vis struct $name<'t> {
            $($(#[$field_doc])* $vis $field: <$type as $crate::terms::rows::InRow>::Is<'t>,)*
        }

        impl $name<'_> {
            /// Its columns, described.
            #[allow(dead_code, reason = "formulas need not name what stands in them")]
            $vis const COLUMNS: &'static [$crate::calculators::TermColumn] =
                &[$($crate::calculators::TermColumn {
                    term: stringify!($term),
                    name: $crate::calculators::rows::column!($field $($column)?),
                    output: $crate::calculators::Output {
                        unit: $crate::terms::unit!($($unit)?),
                        ..<$type as $crate::calculators::declared::Shown>::OUTPUT
                    },
                },)*];
        }

        impl<'t> $crate::terms::rows::TermRow<'t> for $name<'t> {
            const TERM: &'static str = stringify!($term);

            fn read(
                row: &$crate::request::given::Given,
                at: $crate::working::place::At<'t>,
                clause: &'t $crate::clause::ClauseId,
            ) -> Option<$name<'t>> {
                $(let $field = {
                    let column = $crate::calculators::rows::column!($field $($column)?);
                    let place = $crate::terms::rows::place(at, column);
                    <$type as $crate::terms::rows::InRow>::read(row.get(column), place, stringify!($field), clause)?
                };)*
                Some($name { $($field,)* })
            }
        }
    };
}
pub(crate) use rows;

/// The name of a column: its own, or else that of the field.
macro_rules! column {
    ($field:ident) => {
        stringify!($field)
    };
    ($field:ident $column:ident) => {
        stringify!($column)
    };
}
pub(crate) use column;
