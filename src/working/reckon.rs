//! The macros that read an expression. One walk over its words makes all of it: the value as Rust works it out, the text
//! of the formula, and what stands in it.
//!
//! * `work!(sheet, line charge = half_up(booking.fee * charge_percent), by charge_percent);` works out what `answers!`
//!   declares as `charge` of the line, writes it with its step, and is `let charge = …`. In a room that several
//!   calculators share, `work!(sheet, at (declared) charge = …)` writes what the calculator hands over as `declared`.
//! * What stands in an expression: named values (`charge`, `booking.fee`, `terms.price_months`), whole numbers, keys
//!   (`PaidWith::Flex`), one name of every member of a list (`amount of renewed`), `+ - * /`, comparisons, `&&`, `||`,
//!   `!`, brackets, `if … { … } else { … }`, `min`, `max`, and everything in `functions`.
//! * `by` says whose clause is cited: that of a value, a term or a row, or `by its_own or terms.late_percent`: of the
//!   value that `if`, `min` or `max` chose.

/// Works a value out, writes it with its step, and gives it its name.
macro_rules! work {
    ($sheet:expr, at ($declared:expr) $name:ident = $rounding:ident($($formula:tt)+), by its_own or $($by:tt)+) => {
        #[allow(unused_variables, reason = "not everything is needed again")]
        let $name = $crate::working::reckon::reckon!(@settle ($sheet, ($declared) $rounding) {own $($by)+} $($formula)+);
    };
    ($sheet:expr, at ($declared:expr) $name:ident = $rounding:ident($($formula:tt)+), by $($by:tt)+) => {
        #[allow(unused_variables, reason = "not everything is needed again")]
        let $name = $crate::working::reckon::reckon!(@settle ($sheet, ($declared) $rounding) {by $($by)+} $($formula)+);
    };
    ($sheet:expr, $place:ident $name:ident = $rounding:ident($($formula:tt)+), by its_own or $($by:tt)+) => {
        #[allow(unused_variables, reason = "not everything is needed again")]
        let $name = $crate::working::reckon::reckon!(@settle ($sheet, (&out::$place::$name) $rounding) {own $($by)+} $($formula)+);
    };
    ($sheet:expr, $place:ident $name:ident = $rounding:ident($($formula:tt)+), by $($by:tt)+) => {
        #[allow(unused_variables, reason = "not everything is needed again")]
        let $name = $crate::working::reckon::reckon!(@settle ($sheet, (&out::$place::$name) $rounding) {by $($by)+} $($formula)+);
    };
}
pub(crate) use work;

/// Reads an expression word by word.
///
/// What has been read stands in brackets: `[$done]` are conditions that came before the last `and` or `or`, `[$value]`
/// is what comes after, `[$text]` the pieces of the formula's text, `[$told]` the operands. `{$above}` is what the
/// words stand in, and what comes after that.
macro_rules! reckon {
    // What is a number or a key and nothing else is of the kind that was declared.
    (@settle ($sheet:expr, $declared:tt $rounding:ident) $by:tt $alone:literal) => {
        $crate::working::reckon::reckon!(@read [] [$crate::working::settled::alone($declared, $alone)]
            [stringify!($alone),] [] {end ($sheet, $declared $rounding) $by})
    };
    (@settle $to:tt $by:tt $($formula:tt)+) => {
        $crate::working::reckon::reckon!(@read [] [] [] [] {end $to $by} $($formula)+)
    };

    // A number that something is reckoned with counts something.
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt + $number:literal $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ + $crate::working::part::count($number)]
            [$($t)* " + ", stringify!($number),] $o $above $($rest)*)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt - $number:literal $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ - $crate::working::part::count($number)]
            [$($t)* " − ", stringify!($number),] $o $above $($rest)*)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt * $number:literal $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ * $crate::working::part::count($number)]
            [$($t)* " × ", stringify!($number),] $o $above $($rest)*)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt / $number:literal $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ / $crate::working::part::count($number)]
            [$($t)* " ÷ ", stringify!($number),] $o $above $($rest)*)
    };
    // Signs.
    (@read $done:tt [$($v:tt)*] [$($t:tt)*] $o:tt $above:tt + $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)* +] [$($t)* " + ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt - $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ -] [$($t)* " − ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt * $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ *] [$($t)* " × ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt / $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ /] [$($t)* " ÷ ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt == $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ ==] [$($t)* " = ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt != $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ !=] [$($t)* " ≠ ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt < $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ <] [$($t)* " < ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt <= $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ <=] [$($t)* " ≤ ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt > $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ >] [$($t)* " > ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt >= $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)+ >=] [$($t)* " ≥ ",] $o $above $($rest)+)
    };
    (@read [$($d:tt)*] [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt && $($rest:tt)+) => {
        $crate::working::reckon::reckon!(
            @read [$($d)* $crate::working::part::Truth::truth($($v)+) &&] [] [$($t)* " and ",] $o $above $($rest)+)
    };
    (@read [$($d:tt)*] [$($v:tt)+] [$($t:tt)*] $o:tt $above:tt || $($rest:tt)+) => {
        $crate::working::reckon::reckon!(
            @read [$($d)* $crate::working::part::Truth::truth($($v)+) ||] [] [$($t)* " or ",] $o $above $($rest)+)
    };
    (@read $done:tt [$($v:tt)*] [$($t:tt)*] $o:tt $above:tt ! $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read $done [$($v)* !] [$($t)* "not ",] $o $above $($rest)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt {args $function:tt [$($args:tt)*] $after:tt $above:tt} , $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@arg $done $v [$($t)* ", ",] $o $function [$($args)*] $after $above $($rest)+)
    };
    (@arg [$($d:tt)+] [$($v:tt)+] $t:tt $o:tt $function:tt [$($args:tt)*] $after:tt $above:tt $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read [] [] $t $o
            {args $function [$($args)* ($($d)+ $crate::working::part::Truth::truth($($v)+)),] $after $above} $($rest)+)
    };
    (@arg [] [$($v:tt)+] $t:tt $o:tt $function:tt [$($args:tt)*] $after:tt $above:tt $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read [] [] $t $o {args $function [$($args)* ($($v)+),] $after $above} $($rest)+)
    };

    // Brackets, calls and choices: what is inside is read first.
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt $above:tt ($($inside:tt)+) $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* "(",] $o {bracket $done $v [$($rest)*] $above} $($inside)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt $above:tt if $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* "if(",] $o {when {first $done $v $above}} $($rest)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt {when $outer:tt} {$($inside:tt)+} else $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@when $done $v [$($t)* ", ",] $o $outer [$($rest)+] $($inside)+)
    };
    (@when [$($d:tt)*] [$($v:tt)+] $t:tt $o:tt $outer:tt $rest:tt $($inside:tt)+) => {
        $crate::working::reckon::reckon!(@read [] [] $t $o
            {then [$($d)* $crate::working::part::Truth::truth($($v)+)] $rest $outer} $($inside)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt $above:tt min ($($inside:tt)+) $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* "min(",] $o
            {args [choice min] [] [$done $v $($rest)*] $above} $($inside)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt $above:tt max ($($inside:tt)+) $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* "max(",] $o
            {args [choice max] [] [$done $v $($rest)*] $above} $($inside)+)
    };
    (@read $done:tt $v:tt [$($t:tt)*] $o:tt $above:tt $function:ident ($($inside:tt)+) $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* stringify!($function), "(",] $o
            {args [function $function] [] [$done $v $($rest)*] $above} $($inside)+)
    };

    // Operands.
    (@read $done:tt [$($v:tt)*] [$($t:tt)*] [$($o:tt)*] $above:tt $number:literal $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)* $crate::working::part::Written::part($number)]
            [$($t)* stringify!($number),] [$($o)*] $above $($rest)*)
    };
    (@read $done:tt [$($v:tt)*] [$($t:tt)*] [$($o:tt)*] $above:tt $choice:ident :: $key:ident $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)* $crate::working::part::key($choice::$key)]
            [$($t)* "#",] [$($o)* &$crate::working::named::Literal($choice::$key.key()),] $above $($rest)*)
    };
    (@read $done:tt [$($v:tt)*] [$($t:tt)*] [$($o:tt)*] $above:tt $name:ident of $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@list $done [$($v)*] [$($t)*] [$($o)*] $above $name [] $($rest)+)
    };
    (@list $done:tt $v:tt $t:tt $o:tt $above:tt $name:ident [$($list:tt)*] $part:ident . $($rest:tt)+) => {
        $crate::working::reckon::reckon!(@list $done $v $t $o $above $name [$($list)* $part .] $($rest)+)
    };
    (@list $done:tt [$($v:tt)*] [$($t:tt)*] [$($o:tt)*] $above:tt $name:ident [$($list:tt)*] $part:ident $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done
            [$($v)* $crate::working::named::Leaf::leaf(&$crate::working::reckon::several!($name of $($list)* $part))]
            [$($t)* "#",] [$($o)* &$crate::working::reckon::several!($name of $($list)* $part),] $above $($rest)*)
    };
    (@read $done:tt $v:tt $t:tt $o:tt $above:tt $name:ident $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@path $done $v $t $o $above [$name] $($rest)*)
    };
    (@path $done:tt $v:tt $t:tt $o:tt $above:tt [$($path:tt)+] . $part:ident $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@path $done $v $t $o $above [$($path)+ . $part] $($rest)*)
    };
    (@path $done:tt [$($v:tt)*] [$($t:tt)*] [$($o:tt)*] $above:tt [$($path:tt)+] $($rest:tt)*) => {
        $crate::working::reckon::reckon!(@read $done [$($v)* $crate::working::named::Leaf::leaf(&$($path)+)]
            [$($t)* "#",] [$($o)* &$($path)+,] $above $($rest)*)
    };

    // Ends: what was inside becomes one word of what it stands in. Conditions are joined first.
    (@read [$($d:tt)+] [$($v:tt)+] $t:tt $o:tt $above:tt) => {
        $crate::working::reckon::reckon!(@read [] [($($d)+ $crate::working::part::Truth::truth($($v)+))] $t $o $above)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] $o:tt {bracket $done:tt [$($before:tt)*] [$($rest:tt)*] $above:tt}) => {
        $crate::working::reckon::reckon!(@read $done [$($before)* ($($v)+)] [$($t)* ")",] $o $above $($rest)*)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] $o:tt
        {args [choice $function:ident] [$($args:tt)*] [$done:tt [$($before:tt)*] $($rest:tt)*] $above:tt}) => {
        $crate::working::reckon::reckon!(@read $done
            [$($before)* $crate::working::part::$function($($args)* $($v)+)] [$($t)* ")",] $o $above $($rest)*)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] $o:tt
        {args [function $function:ident] [$($args:tt)*] [$done:tt [$($before:tt)*] $($rest:tt)*] $above:tt}) => {
        $crate::working::reckon::reckon!(@read $done
            [$($before)* $crate::working::calls::Put::put(($($args)* $($v)+,), $crate::working::functions::$function)]
            [$($t)* ")",] $o $above $($rest)*)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] $o:tt {then $holds:tt [if $($rest:tt)+] $outer:tt}) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* ", ",] $o {when {next $holds [$($v)+] $outer}} $($rest)+)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] $o:tt {then $holds:tt [{$($other:tt)+} $($rest:tt)*] $outer:tt}) => {
        $crate::working::reckon::reckon!(@read [] [] [$($t)* ", ",] $o {other $holds [$($v)+] [$($rest)*] $outer} $($other)+)
    };
    (@read [] [$($v:tt)+] $t:tt $o:tt {other [$($holds:tt)+] [$($one:tt)+] $rest:tt $outer:tt}) => {
        $crate::working::reckon::reckon!(@chosen [$crate::working::part::choose($($holds)+, $($one)+, $($v)+)] $t $o $rest $outer)
    };
    (@chosen [$($v:tt)+] $t:tt $o:tt $rest:tt {next [$($holds:tt)+] [$($one:tt)+] $outer:tt}) => {
        $crate::working::reckon::reckon!(@chosen [$crate::working::part::choose($($holds)+, $($one)+, $($v)+)] $t $o $rest $outer)
    };
    (@chosen [$($v:tt)+] [$($t:tt)*] $o:tt [$($rest:tt)*] {first $done:tt [$($before:tt)*] $above:tt}) => {
        $crate::working::reckon::reckon!(@read $done [$($before)* $($v)+] [$($t)* ")",] $o $above $($rest)*)
    };
    (@read [] [$($v:tt)+] [$($t:tt)*] [$($o:tt)*] {end ($sheet:expr, $declared:tt $rounding:ident) $by:tt}) => {{
        let part = $crate::working::part::IntoPart::into_part($($v)+);
        let clause = $crate::working::reckon::reckon!(@clause part $by);
        let found = $crate::working::settled::roundings::$rounding::settle(part, $sheet.digits());
        $sheet.write(
            $declared,
            &$crate::working::How {
                formula: concat!($($t)*),
                rounding: $crate::working::settled::roundings::$rounding::ROUNDING,
            },
            found,
            &[$($o)*],
            clause,
        )
    }};
    (@clause $part:ident {by $($by:tt)+}) => {
        $crate::working::Cites::cites(&$($by)+)
    };
    (@clause $part:ident {own $($by:tt)+}) => {
        $part.clause().unwrap_or($crate::working::Cites::cites(&$($by)+))
    };
}
pub(crate) use reckon;

/// One name of every member of a list, as far as it counts.
macro_rules! several {
    ($name:ident of $($list:tt)+) => {
        $crate::working::Several::new(stringify!($name), &|see| {
            for each in $($list)+.iter() {
                if let Some((value, place)) = $crate::working::named::Counted::counted(&each.$name) {
                    see(value, place);
                }
            }
        })
    };
}
pub(crate) use several;
